package io.github.recsyseval.evaluation;

import io.github.recsyseval.engine.JoinRun;
import io.github.recsyseval.engine.ShownSlices;
import io.github.recsyseval.slice.SliceName;
import io.github.recsyseval.slice.SliceTable;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The ways in which the requests of a run are cut.
 *
 * @param shown which slices of each breakdown have figures of their own
 */
record Cuts(List<ShownSlices> shown, NamedSlices segments, NamedSlices days, NamedSlices variants) {
    static Cuts of(EvaluationPlan plan, JoinRun run) {
        List<ShownSlices> shown = shown(plan, run);
        return new Cuts(shown, NamedSlices.segments(run, shown), NamedSlices.days(run), NamedSlices.variants(run));
    }

    /** The largest slices, and those that gates name. */
    private static List<ShownSlices> shown(EvaluationPlan plan, JoinRun run) {
        Set<String> judged = plan.offline().gates().stream()
                .map(Gate::slice)
                .filter(Objects::nonNull)
                .map(SliceName::name)
                .collect(Collectors.toSet());
        List<ShownSlices> shown = new ArrayList<>();
        int most = Math.max(ShownSlices.most(run.metrics().metrics().size()), plan.topSlices());
        List<SliceTable> tables = run.slices();
        for (int column = 0; column < tables.size(); column++) {
            shown.add(ShownSlices.of(run.sums(), column, tables.get(column), most, judged));
        }
        return shown;
    }
}
