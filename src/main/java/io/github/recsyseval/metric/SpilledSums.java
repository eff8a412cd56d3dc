package io.github.recsyseval.metric;

import io.github.recsyseval.join.RowOrder;
import io.github.recsyseval.spill.SpillBudget;
import io.github.recsyseval.stat.GroupedMoments;
import io.github.recsyseval.stat.OrderedValues;
import io.github.recsyseval.stat.RatioMoments;
import io.github.recsyseval.stat.ValueCounts;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The sums of a {@link SpilledLedger}. All rows of a user are in one part, and what is added up over users is exact, so the parts are
 * summed one by one and their sums added; the latencies of as many slices as fit into the budget are looked at together.
 */
final class SpilledSums extends LedgerSums {
    /** A latency and two copies of it while it is sorted. */
    private static final int BYTES_PER_LATENCY = 24;

    private static final int NO_BREAKDOWN = -1;

    /** The slice of rows that belong to no group. */
    private static final int NONE = -1;

    private final MetricPlan plan;
    private final List<LedgerPart> parts;
    private final SpillBudget budget;
    private final int threads;

    SpilledSums(MetricPlan plan, List<LedgerPart> parts, SpillBudget budget, int threads) {
        super(plan, threads);
        this.plan = plan;
        this.parts = parts;
        this.budget = budget;
        this.threads = threads;
    }

    @Override
    public void visitUsers(long moreThan, UserVisitor visitor) {
        for (LedgerPart part : parts) {
            new LedgerSums(plan, part.load(NO_BREAKDOWN), 1).visitUsers(moreThan, visitor);
        }
    }

    @Override
    public SliceSums total() {
        return sums(NO_BREAKDOWN, 1, slice -> 0).get(0);
    }

    @Override
    public List<SliceSums> slices(int breakdown, int slices) {
        return sums(breakdown, slices, IntUnaryOperator.identity());
    }

    @Override
    public List<RatioMoments> moments(int breakdown, int slices, int metric) {
        GroupedMoments all = new GroupedMoments();
        Parallel.run(parts.size(), threads, number -> {
            GroupedMoments own = new LedgerSums(plan, parts.get(number).load(breakdown), 1).grouped(breakdown, metric);
            synchronized (all) {
                all.add(own);
            }
        });
        return all.moments(slices);
    }

    @Override
    public SliceSums union(int breakdown, boolean[] slices) {
        return sums(breakdown, 1, slice -> slices[slice] ? 0 : NONE).get(0);
    }

    /** The rows of a part by group, those of a user in a group together. */
    private record Grouped(LedgerSums sums, int[] order, int[] starts) {
        int from(int group) {
            return starts[group];
        }

        int to(int group) {
            return starts[group + 1];
        }

        boolean has(int group) {
            return starts[group] < starts[group + 1];
        }
    }

    private List<SliceSums> sums(int breakdown, int groups, IntUnaryOperator groupOf) {
        List<SliceSums> sums = new ArrayList<>();
        for (int group = 0; group < groups; group++) {
            sums.add(withoutLatency(new int[0], 0, 0));
        }
        long[] latencies = new long[groups];
        forEachPart(breakdown, groups, groupOf, (rows, group) -> {
            SliceSums own = rows.sums().withoutLatency(rows.order(), rows.from(group), rows.to(group));
            long logged = rows.sums().latencies(rows.order(), rows.from(group), rows.to(group));
            synchronized (sums) {
                sums.get(group).add(own);
                latencies[group] += logged;
            }
        });
        if (breakdown == NO_BREAKDOWN) {
            sums.get(0).keepLatencies();
        }
        for (int from = 0; from < groups; ) {
            int to = from + 1;
            long together = latencies[from];
            while (to < groups && (together + latencies[to]) * BYTES_PER_LATENCY <= budget.bytes()) {
                together += latencies[to++];
            }
            if (together > 0) {
                latencies(breakdown, sums, latencies, from, to, groupOf);
            }
            from = to;
        }
        return sums;
    }

    /** Fills in the latencies of the groups {@code [from, to)}. */
    private void latencies(
            int breakdown, List<SliceSums> sums, long[] counts, int from, int to, IntUnaryOperator groupOf) {
        int groups = to - from;
        IntUnaryOperator here = slice -> {
            int group = groupOf.applyAsInt(slice);
            return group >= from && group < to ? group - from : NONE;
        };
        OrderedValues[] values = values(breakdown, Arrays.copyOfRange(counts, from, to), here);
        double[][] limits = new double[groups][];
        RatioMoments[][] moments = new RatioMoments[groups][];
        for (int group = 0; group < groups; group++) {
            OrderedValues own = values[group];
            limits[group] = own.count() == 0
                    ? new double[0]
                    : SliceSums.LATENCY_QUANTILES.stream()
                            .mapToDouble(own::quantile)
                            .toArray();
            moments[group] = new RatioMoments[limits[group].length];
            Arrays.setAll(moments[group], i -> new RatioMoments());
        }
        forEachPart(breakdown, groups, here, (rows, group) -> {
            List<RatioMoments> own =
                    rows.sums().belowOrAt(rows.order(), rows.from(group), rows.to(group), limits[group]);
            synchronized (moments) {
                for (int i = 0; i < own.size(); i++) {
                    moments[group][i].add(own.get(i));
                }
            }
        });
        for (int group = 0; group < groups; group++) {
            List<RatioMoments> own = List.of(moments[group]);
            sums.get(from + group).latency(values[group], asked -> own);
        }
    }

    /** The latencies of each group in ascending order. */
    private OrderedValues[] values(int breakdown, long[] counts, IntUnaryOperator groupOf) {
        boolean fits = Arrays.stream(counts).sum() <= budget.bytes() / BYTES_PER_LATENCY;
        @Nullable ValueCounts counted = fits ? null : new ValueCounts(); // then there is one group only
        double[][] held = new double[counts.length][];
        Arrays.setAll(held, group -> new double[fits ? Math.toIntExact(counts[group]) : 0]);
        int[] size = new int[counts.length];
        for (LedgerPart part : parts) {
            double[] latency = part.latency();
            int[] slice = breakdown == NO_BREAKDOWN ? new int[latency.length] : part.slice(breakdown);
            for (int row = 0; row < latency.length; row++) {
                int group = groupOf.applyAsInt(slice[row]);
                if (group != NONE && !Double.isNaN(latency[row])) {
                    if (counted == null) {
                        held[group][size[group]++] = latency[row];
                    } else {
                        counted.add(latency[row]);
                    }
                }
            }
        }
        OrderedValues[] values = new OrderedValues[counts.length];
        Arrays.setAll(
                values, group -> counted == null ? OrderedValues.of(held[group], size[group]) : counted.ordered());
        return values;
    }

    /** Calls {@code taker} with every group that has rows in a part, several parts at once. */
    private void forEachPart(int breakdown, int groups, IntUnaryOperator groupOf, BiConsumer<Grouped, Integer> taker) {
        Parallel.run(parts.size(), threads, number -> {
            Grouped rows = grouped(parts.get(number), breakdown, groups, groupOf);
            for (int group = 0; group < groups; group++) {
                if (rows.has(group)) {
                    taker.accept(rows, group);
                }
            }
        });
    }

    private Grouped grouped(LedgerPart part, int breakdown, int groups, IntUnaryOperator groupOf) {
        LedgerRows rows = part.load(breakdown);
        LedgerSums sums = new LedgerSums(plan, rows, 1);
        if (breakdown == NO_BREAKDOWN) {
            return new Grouped(sums, IntStream.range(0, rows.size()).toArray(), new int[] {0, rows.size()});
        }
        int[] group = Arrays.stream(rows.slice(breakdown)).map(groupOf).toArray();
        int[] members = IntStream.range(0, rows.size())
                .filter(row -> group[row] != NONE)
                .toArray();
        int[] starts = new int[groups + 1];
        return new Grouped(sums, RowOrder.grouped(members, group, starts), starts);
    }
}
