package io.github.recsyseval.metric;

import io.github.recsyseval.stat.GroupedValues;
import io.github.recsyseval.stat.OrderedValues;
import io.github.recsyseval.stat.ValueCounts;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;

/** Fills in the latencies of groups of rows: as many groups at a time as can be sorted together. */
final class GroupLatencies {
    private final LedgerParts parts;
    private final RowGroups groups;
    private final long[] counts;
    private final int threads;

    /** @param counts how many latencies each group has */
    GroupLatencies(LedgerParts parts, RowGroups groups, long[] counts, int threads) {
        this.parts = parts;
        this.groups = groups;
        this.counts = counts;
        this.threads = threads;
    }

    void fill(List<SliceSums> sums) {
        for (int from = 0; from < counts.length; ) {
            int to = from + 1;
            long together = counts[from];
            while (to < counts.length && together + counts[to] <= parts.mostLatencies()) {
                together += counts[to++];
            }
            if (together > 0) {
                fill(sums.subList(from, to), from, to);
            }
            from = to;
        }
    }

    private void fill(List<SliceSums> sums, int from, int to) {
        IntUnaryOperator renumbered = group -> group >= from && group < to ? group - from : RowGroups.NONE;
        RowGroups here = from == 0 && to == counts.length
                ? groups
                : new RowGroups(
                        to - from,
                        groups.cluster(),
                        part -> Arrays.stream(groups.numbers(part))
                                .map(renumbered)
                                .toArray());
        OrderedValues[] values = values(here, Arrays.copyOfRange(counts, from, to));
        double[][] limits = new double[values.length][];
        Arrays.setAll(limits, group -> LatencyLimits.of(values[group]));
        LatencyMoments moments = parts.sum(
                threads,
                () -> new LatencyMoments(limits, here.cluster()),
                (own, part) -> own.add(parts.load(part), GroupedRows.of(here, part)),
                LatencyMoments::add);
        for (int group = 0; group < values.length; group++) {
            sums.get(group).latency(values[group], limits[group], moments.of(group));
        }
    }

    /** The latencies of each group in ascending order. */
    private OrderedValues[] values(RowGroups here, long[] count) {
        if (Arrays.stream(count).sum() > parts.mostLatencies()) { // then there is one group only
            return new OrderedValues[] {counted(here)};
        }
        GroupedValues held = new GroupedValues(count);
        for (int part = 0; part < parts.count(); part++) {
            double[] latency = parts.latency(part);
            int[] numbers = here.numbers(part);
            for (int row = 0; row < latency.length; row++) {
                if (numbers[row] != RowGroups.NONE && !Double.isNaN(latency[row])) {
                    held.add(numbers[row], latency[row]);
                }
            }
        }
        OrderedValues[] values = new OrderedValues[count.length];
        Parallel.run(count.length, threads, group -> values[group] = held.ordered(group));
        return values;
    }

    private OrderedValues counted(RowGroups one) {
        ValueCounts counted = new ValueCounts();
        for (int part = 0; part < parts.count(); part++) {
            double[] latency = parts.latency(part);
            int[] numbers = one.numbers(part);
            IntStream.range(0, latency.length)
                    .filter(row -> numbers[row] != RowGroups.NONE && !Double.isNaN(latency[row]))
                    .forEach(row -> counted.add(latency[row]));
        }
        return counted.ordered();
    }
}
