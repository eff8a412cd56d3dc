package io.github.recsyseval.evaluation;

import io.github.recsyseval.engine.JoinRun;
import io.github.recsyseval.engine.ShownSlices;
import io.github.recsyseval.engine.VariantColumns;
import io.github.recsyseval.metric.SliceSums;
import io.github.recsyseval.metric.kpi.RankClicks;
import io.github.recsyseval.metric.kpi.RankClicks.AgainstPosition;
import io.github.recsyseval.report.MetricRow;
import io.github.recsyseval.slice.DayTable;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The slices of a run by name, in the order of the names; those without any request are left out. */
final class NamedSlices {
    private final Map<String, SliceSums> byName = new TreeMap<>();
    private final Map<String, AgainstPosition> positions = new TreeMap<>();

    private final Map<Integer, SliceSums> rest = new HashMap<>();

    private NamedSlices() {}

    /**
     * The slices of the breakdowns asked for.
     *
     * @param shown which slices of each
     */
    static NamedSlices segments(JoinRun run, List<ShownSlices> shown) {
        NamedSlices slices = new NamedSlices();
        for (int column = 0; column < shown.size(); column++) {
            slices.add(run, column, shown.get(column));
        }
        return slices;
    }

    /** The days. */
    static NamedSlices days(JoinRun run) {
        NamedSlices slices = new NamedSlices();
        for (DayTable days : run.columns().days()) {
            if (!days.tooMany()) {
                slices.addAll(run, run.columns().dayColumn(), days.names());
            }
        }
        return slices;
    }

    /** The variants of all experiments that assignments name. */
    static NamedSlices variants(JoinRun run) {
        NamedSlices slices = new NamedSlices();
        VariantColumns variants = run.columns().variants();
        for (int experiment = 0; experiment < variants.count(); experiment++) {
            if (!variants.tooManyIn(experiment)) {
                slices.addAll(run, run.columns().variantColumn(experiment), variants.names(experiment));
            }
        }
        return slices;
    }

    private void addAll(JoinRun run, int column, List<String> names) {
        add(run, column, ShownSlices.all(names));
    }

    private void add(JoinRun run, int column, ShownSlices shown) {
        if (shown.names().isEmpty()) {
            return;
        }
        List<SliceSums> sums = run.sums().slices(column, shown.groups());
        boolean few = shown.isAll() && shown.names().size() <= RankClicks.MOST_SLICES;
        List<AgainstPosition> against =
                few ? run.rankClicks().againstPosition(column, shown.names().size()) : List.of();
        for (int i = 0; i < shown.names().size(); i++) {
            if (sums.get(i).requests() > 0) {
                byName.put(shown.names().get(i), sums.get(i));
                if (few) {
                    positions.put(shown.names().get(i), against.get(i));
                }
            }
        }
        if (shown.rest() > 0) {
            rest.put(column, sums.get(sums.size() - 1));
        }
    }

    /** The sums of every slice. */
    Map<String, SliceSums> sums() {
        return byName;
    }

    /** The slices of a column that have no figures of their own, together; null where all have. */
    @Nullable SliceSums rest(int column) {
        return rest.get(column);
    }

    /** The clicks of every slice against its positions; those of breakdowns with many slices are left out. */
    Map<String, AgainstPosition> againstPosition() {
        return positions;
    }

    /** The rows of every slice, without their definitions. */
    Map<String, List<MetricRow>> rows(Function<SliceSums, List<MetricRow>> rows) {
        Map<String, List<MetricRow>> all = new TreeMap<>();
        byName.forEach((name, sums) -> all.put(name, MetricRow.ofSlice(rows.apply(sums))));
        return all;
    }
}
