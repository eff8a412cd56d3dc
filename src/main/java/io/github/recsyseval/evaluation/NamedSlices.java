package io.github.recsyseval.evaluation;

import io.github.recsyseval.engine.JoinRun;
import io.github.recsyseval.engine.VariantColumns;
import io.github.recsyseval.metric.SliceSums;
import io.github.recsyseval.metric.kpi.RankClicks;
import io.github.recsyseval.metric.kpi.RankClicks.AgainstPosition;
import io.github.recsyseval.report.MetricRow;
import io.github.recsyseval.slice.DayTable;
import io.github.recsyseval.slice.SliceTable;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/** The slices of a run by name, in the order of the names; those without any request are left out. */
final class NamedSlices {
    private final Map<String, SliceSums> byName = new TreeMap<>();
    private final Map<String, AgainstPosition> positions = new TreeMap<>();

    private NamedSlices() {}

    /** The slices of the breakdowns asked for. */
    static NamedSlices segments(JoinRun run) {
        NamedSlices slices = new NamedSlices();
        List<SliceTable> tables = run.columns().tables();
        for (int column = 0; column < tables.size(); column++) {
            if (!tables.get(column).tooMany()) {
                slices.add(run, column, tables.get(column).names());
            }
        }
        return slices;
    }

    /** The days. */
    static NamedSlices days(JoinRun run) {
        NamedSlices slices = new NamedSlices();
        for (DayTable days : run.columns().days()) {
            if (!days.tooMany()) {
                slices.add(run, run.columns().dayColumn(), days.names());
            }
        }
        return slices;
    }

    /** The variants of all experiments that assignments name. */
    static NamedSlices variants(JoinRun run) {
        NamedSlices slices = new NamedSlices();
        VariantColumns variants = run.columns().variants();
        for (int experiment = 0; experiment < variants.count(); experiment++) {
            slices.add(run, run.columns().variantColumn(experiment), variants.names(experiment));
        }
        return slices;
    }

    private void add(JoinRun run, int column, List<String> names) {
        List<SliceSums> sums = run.sums().slices(column, names.size());
        boolean few = names.size() <= RankClicks.MOST_SLICES;
        List<AgainstPosition> against = few ? run.rankClicks().againstPosition(column, names.size()) : List.of();
        for (int i = 0; i < names.size(); i++) {
            if (sums.get(i).requests() > 0) {
                byName.put(names.get(i), sums.get(i));
                if (few) {
                    positions.put(names.get(i), against.get(i));
                }
            }
        }
    }

    /** The sums of every slice. */
    Map<String, SliceSums> sums() {
        return byName;
    }

    /** The clicks of every slice against its positions; those of breakdowns with many slices are left out. */
    Map<String, AgainstPosition> againstPosition() {
        return positions;
    }

    /** The rows of every slice. */
    Map<String, List<MetricRow>> rows(Function<SliceSums, List<MetricRow>> rows) {
        Map<String, List<MetricRow>> all = new TreeMap<>();
        byName.forEach((name, sums) -> all.put(name, rows.apply(sums)));
        return all;
    }
}
