package io.github.recsyseval.engine;

import io.github.recsyseval.metric.LedgerSums;
import io.github.recsyseval.metric.SliceGroups;
import io.github.recsyseval.slice.SliceTable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * The slices of a breakdown that get figures of their own. Where there are many these are the ones with the most requests, ties by name;
 * all others are the rest, which is looked at as one. So the figures of a breakdown take bounded time and memory, and a report of it has
 * a bounded size, however many values a key has.
 */
public final class ShownSlices {
    /** So many slices get figures of their own where the user does not want more. */
    private static final int MOST = 1_000;

    /** So many figures they have at the most: slices times metrics. */
    private static final int MOST_FIGURES = 50_000;

    /** So many slices of arms are compared: arms times slices. */
    private static final int MOST_OF_ARMS = 4_096;

    /** So many figures these have. */
    private static final int MOST_FIGURES_OF_ARMS = 100_000;

    private static final ShownSlices NONE = new ShownSlices(List.of(), new long[0], SliceGroups.NO_GROUP);

    private final List<String> names;
    private final long[] rest;
    private final SliceGroups groups;

    private ShownSlices(List<String> names, long[] rest, SliceGroups groups) {
        this.names = names;
        this.rest = rest;
        this.groups = groups;
    }

    /**
     * Chooses slices.
     *
     * @param column of the requests' slices
     * @param all their names by number
     * @param most how many get figures of their own
     * @param always names of slices that do, however small they are
     */
    public static ShownSlices of(LedgerSums sums, int column, List<String> all, int most, Set<String> always) {
        if (all.size() <= most) {
            return all(all);
        }
        long[] requests = sums.requests(column, all.size());
        int[] bySize = IntStream.range(0, all.size())
                .filter(slice -> requests[slice] > 0)
                .boxed()
                .sorted(Comparator.comparingLong((Integer slice) -> -requests[slice])
                        .thenComparing(all::get))
                .mapToInt(Integer::intValue)
                .toArray();
        int[] shown = IntStream.range(0, bySize.length)
                .filter(place -> place < most || always.contains(all.get(bySize[place])))
                .map(place -> bySize[place])
                .toArray();
        int[] group = new int[all.size()];
        Arrays.fill(group, shown.length);
        List<String> names = new ArrayList<>();
        for (int slice : shown) {
            group[slice] = names.size();
            names.add(all.get(slice));
        }
        long[] rest = Arrays.stream(bySize)
                .filter(slice -> group[slice] == shown.length)
                .mapToLong(slice -> requests[slice])
                .toArray();
        return new ShownSlices(names, rest, SliceGroups.of(shown.length + (rest.length > 0 ? 1 : 0), group));
    }

    /** All slices, by number. */
    public static ShownSlices all(List<String> names) {
        return new ShownSlices(names, new long[0], SliceGroups.each(names.size()));
    }

    /** The same of a breakdown that was asked for; none where it has too many slices to tell them apart. */
    public static ShownSlices of(LedgerSums sums, int column, SliceTable table, int most, Set<String> always) {
        return table.tooMany() ? NONE : of(sums, column, table.names(), most, always);
    }

    /** How many slices get figures of their own where the user does not want more, given how many figures each has. */
    public static int most(int metrics) {
        return Math.max(1, Math.min(MOST, MOST_FIGURES / Math.max(1, metrics)));
    }

    /** How many slices are compared between so many arms. */
    public static int most(int metrics, int arms) {
        int cells = Math.min(MOST_OF_ARMS, MOST_FIGURES_OF_ARMS / Math.max(1, metrics));
        return Math.max(1, Math.min(most(metrics), cells / Math.max(1, arms)));
    }

    /** The names of those shown; the i-th is the i-th of the {@link #groups}. */
    public List<String> names() {
        return names;
    }

    /** Whether every slice is shown, under its own number. */
    public boolean isAll() {
        return groups.isEach();
    }

    /** How many slices with requests are not shown by themselves. */
    public int rest() {
        return rest.length;
    }

    /** How many of these have fewer requests. */
    public long restBelow(long floor) {
        return Arrays.stream(rest).filter(requests -> requests < floor).count();
    }

    /** The slices shown one by one, and as last group the rest if there is any. */
    public SliceGroups groups() {
        return groups;
    }
}
