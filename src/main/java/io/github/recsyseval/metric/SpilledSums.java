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
import org.jspecify.annotations.Nullable;

/**
 * The sums of a {@link SpilledLedger}. All rows of a user are in one part, and what is added up over users is exact, so the parts are
 * summed one by one and their sums added; the latencies of as many slices as fit into the budget are looked at together.
 */
final class SpilledSums extends LedgerSums {
    /** A latency and two copies of it while it is sorted. */
    private static final int BYTES_PER_LATENCY = 24;

    private static final int INTS_BUFFER = 1 << 16;

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
    public UserCursor users() {
        return new UserCursor(
                plan.width(), parts.size(), part -> parts.get(part).load());
    }

    @Override
    public RowGroups group(int groups, UserGrouping grouping) {
        SpilledColumn numbers = new SpilledColumn(budget.space().newFile(INTS_BUFFER));
        for (LedgerPart part : parts) {
            numbers.add(RowGroups.numbers(part.loadWithTimes(grouping.breakdowns()), grouping));
        }
        return new RowGroups(groups, Cluster.USER, numbers.byPart());
    }

    @Override
    public RowGroups cut(RowGroups groups, int breakdown, int slices) {
        return groups.cut(part -> parts.get(part).slice(breakdown), slices);
    }

    @Override
    public List<SliceSums> sums(RowGroups groups) {
        return sums(groups, false);
    }

    @Override
    public void visitUsers(RowGroups groups, GroupVisitor visitor) {
        for (int part = 0; part < parts.size(); part++) {
            held(part).visitUsers(groups.numbers(part), visitor);
        }
    }

    private LedgerSums held(int part) {
        return new LedgerSums(plan, parts.get(part).load(), 1);
    }

    @Override
    public SliceSums total() {
        RowGroups all =
                new RowGroups(1, Cluster.USER, part -> new int[parts.get(part).rows()]);
        return sums(all, true).get(0);
    }

    @Override
    public List<SliceSums> slices(int breakdown, int slices) {
        return sums(slices(breakdown, slices, IntUnaryOperator.identity()), false);
    }

    @Override
    public SliceSums union(int breakdown, boolean[] slices) {
        return sums(slices(breakdown, 1, slice -> slices[slice] ? 0 : RowGroups.NONE), false)
                .get(0);
    }

    private RowGroups slices(int breakdown, int groups, IntUnaryOperator groupOf) {
        return new RowGroups(
                groups, Cluster.USER, part -> mapped(parts.get(part).slice(breakdown), groupOf));
    }

    private static int[] mapped(int[] column, IntUnaryOperator mapping) {
        return Arrays.stream(column).map(mapping).toArray();
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

    private List<SliceSums> sums(RowGroups groups, boolean keepsLatencies) {
        List<SliceSums> sums = new ArrayList<>();
        for (int group = 0; group < groups.count(); group++) {
            sums.add(withoutLatency(new int[0], 0, 0, groups.cluster()));
        }
        long[] latencies = new long[groups.count()];
        forEachPart(groups, (rows, group) -> {
            SliceSums own =
                    rows.sums().withoutLatency(rows.order(), rows.from(group), rows.to(group), groups.cluster());
            long logged = rows.sums().latencies(rows.order(), rows.from(group), rows.to(group));
            synchronized (sums) {
                sums.get(group).add(own);
                latencies[group] += logged;
            }
        });
        if (keepsLatencies) {
            sums.forEach(SliceSums::keepLatencies);
        }
        for (int from = 0; from < groups.count(); ) {
            int to = from + 1;
            long together = latencies[from];
            while (to < groups.count() && (together + latencies[to]) * BYTES_PER_LATENCY <= budget.bytes()) {
                together += latencies[to++];
            }
            if (together > 0) {
                latencies(groups, sums, latencies, from, to);
            }
            from = to;
        }
        return sums;
    }

    /** Fills in the latencies of the groups {@code [from, to)}. */
    private void latencies(RowGroups groups, List<SliceSums> sums, long[] counts, int from, int to) {
        IntUnaryOperator renumbered = group -> group >= from && group < to ? group - from : RowGroups.NONE;
        RowGroups here = new RowGroups(to - from, groups.cluster(), part -> mapped(groups.numbers(part), renumbered));
        OrderedValues[] values = values(here, Arrays.copyOfRange(counts, from, to));
        double[][] limits = new double[here.count()][];
        RatioMoments[][] moments = new RatioMoments[here.count()][];
        for (int group = 0; group < here.count(); group++) {
            OrderedValues own = values[group];
            limits[group] = own.count() == 0
                    ? new double[0]
                    : SliceSums.LATENCY_QUANTILES.stream()
                            .mapToDouble(own::quantile)
                            .toArray();
            moments[group] = new RatioMoments[limits[group].length];
            Arrays.setAll(moments[group], i -> new RatioMoments());
        }
        forEachPart(here, (rows, group) -> {
            List<RatioMoments> own = rows.sums()
                    .belowOrAt(rows.order(), rows.from(group), rows.to(group), limits[group], here.cluster());
            synchronized (moments) {
                for (int i = 0; i < own.size(); i++) {
                    moments[group][i].add(own.get(i));
                }
            }
        });
        for (int group = 0; group < here.count(); group++) {
            List<RatioMoments> own = List.of(moments[group]);
            sums.get(from + group).latency(values[group], asked -> own);
        }
    }

    /** The latencies of each group in ascending order. */
    private OrderedValues[] values(RowGroups groups, long[] counts) {
        boolean fits = Arrays.stream(counts).sum() <= budget.bytes() / BYTES_PER_LATENCY;
        @Nullable ValueCounts counted = fits ? null : new ValueCounts(); // then there is one group only
        double[][] held = new double[counts.length][];
        Arrays.setAll(held, group -> new double[fits ? Math.toIntExact(counts[group]) : 0]);
        int[] size = new int[counts.length];
        for (int part = 0; part < parts.size(); part++) {
            double[] latency = parts.get(part).latency();
            int[] numbers = groups.numbers(part);
            for (int row = 0; row < latency.length; row++) {
                int group = numbers[row];
                if (group != RowGroups.NONE && !Double.isNaN(latency[row])) {
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
    private void forEachPart(RowGroups groups, BiConsumer<Grouped, Integer> taker) {
        Parallel.run(parts.size(), threads, part -> {
            int[] numbers = groups.numbers(part);
            int[] starts = new int[groups.count() + 1];
            int[] order = RowOrder.grouped(members(numbers), numbers, starts);
            Grouped rows = new Grouped(held(part), order, starts);
            for (int group = 0; group < groups.count(); group++) {
                if (rows.has(group)) {
                    taker.accept(rows, group);
                }
            }
        });
    }
}
