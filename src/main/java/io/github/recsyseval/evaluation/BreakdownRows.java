package io.github.recsyseval.evaluation;

import io.github.recsyseval.engine.JoinRun;
import io.github.recsyseval.engine.ShownSlices;
import io.github.recsyseval.event.Timestamps;
import io.github.recsyseval.metric.SliceGroups;
import io.github.recsyseval.metric.SliceSums;
import io.github.recsyseval.metric.lists.SliceTimes;
import io.github.recsyseval.report.BreakdownRow;
import io.github.recsyseval.report.MetricRow;
import io.github.recsyseval.report.SeenRow;
import io.github.recsyseval.slice.SliceTable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What each breakdown holds: which slices are large enough to show one by one, and the others together. */
final class BreakdownRows {
    private final EvaluationPlan plan;
    private final JoinRun run;
    private final Cuts cuts;
    private final Map<String, SliceSums> slices;
    private final Function<SliceSums, List<MetricRow>> figures;

    /** @param figures the rows that are shown for a slice */
    BreakdownRows(EvaluationPlan plan, JoinRun run, Cuts cuts, Function<SliceSums, List<MetricRow>> figures) {
        this.plan = plan;
        this.run = run;
        this.cuts = cuts;
        slices = cuts.segments().sums();
        this.figures = figures;
    }

    List<BreakdownRow> rows() {
        List<BreakdownRow> rows = new ArrayList<>();
        for (int b = 0; b < run.slices().size(); b++) {
            rows.add(row(b, run.slices().get(b)));
        }
        return rows;
    }

    private BreakdownRow row(int breakdown, SliceTable table) {
        List<String> keys = table.breakdown().keys();
        if (table.tooMany()) {
            return new BreakdownRow(keys, "too_many_values", 0, plan.sliceFloor(), 0, List.of(), null, null, Map.of());
        }
        ShownSlices shown = cuts.shown().get(breakdown);
        List<String> bySize = shown.names().stream()
                .filter(slices::containsKey)
                .sorted(Comparator.comparingLong(this::requests).reversed().thenComparing(Comparator.naturalOrder()))
                .toList();
        List<String> top = List.copyOf(bySize.subList(0, Math.min(plan.topSlices(), bySize.size())));
        long tooFew = bySize.stream()
                        .filter(name -> requests(name) < plan.sliceFloor())
                        .count()
                + shown.restBelow(plan.sliceFloor());
        int all = bySize.size() + shown.rest();
        return new BreakdownRow(
                keys,
                "ok",
                all,
                plan.sliceFloor(),
                tooFew,
                top,
                others(breakdown, table, top, all - top.size()),
                rest(breakdown, shown),
                seen(plan.shown().times(breakdown), table.names()));
    }

    private Map<String, SeenRow> seen(SliceTimes times, List<String> names) {
        Map<String, SeenRow> seen = new TreeMap<>();
        for (int i = 0; i < names.size(); i++) {
            if (slices.containsKey(names.get(i))) {
                seen.put(
                        names.get(i),
                        new SeenRow(
                                requests(names.get(i)),
                                Timestamps.format(times.first(i)),
                                Timestamps.format(times.last(i))));
            }
        }
        return seen;
    }

    /** All but the largest; slices without requests add nothing. */
    private BreakdownRow.@Nullable OtherSlices others(int breakdown, SliceTable table, List<String> top, int slices) {
        if (slices == 0) {
            return null;
        }
        Set<String> apart = Set.copyOf(top);
        int[] group = table.names().stream()
                .mapToInt(name -> apart.contains(name) ? SliceGroups.NONE : 0)
                .toArray();
        return together(
                slices, run.sums().slices(breakdown, SliceGroups.of(1, group)).get(0));
    }

    private BreakdownRow.@Nullable OtherSlices rest(int breakdown, ShownSlices shown) {
        SliceSums sums = cuts.segments().rest(breakdown);
        return sums == null ? null : together(shown.rest(), sums);
    }

    private BreakdownRow.OtherSlices together(int slices, SliceSums sums) {
        return new BreakdownRow.OtherSlices(slices, sums.requests(), sums.users(), figures.apply(sums));
    }

    private long requests(String name) {
        SliceSums sums = slices.get(name);
        return sums == null ? 0 : sums.requests();
    }
}
