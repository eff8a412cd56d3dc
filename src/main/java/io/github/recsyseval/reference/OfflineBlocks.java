package io.github.recsyseval.reference;

import io.github.recsyseval.view.page.Table;
import io.github.recsyseval.view.page.Text;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Offline metrics on the page: in all, by segment, against a baseline, and their gates. */
final class OfflineBlocks {
    private OfflineBlocks() {}

    static Table metrics(String caption, List<RunReport.Metric> metrics) {
        Table.Rows rows = Table.of(caption, Table.text("Metric"), Table.number("Value"), Table.number("CI"));
        metrics.forEach(metric -> rows.row(
                Text.ofCode(metric.name()), Text.of(RunPage.six(metric.value())), Text.of(interval(metric.ci()))));
        return rows.table();
    }

    static Table segments(Map<String, List<RunReport.Metric>> segments) {
        Table.Rows rows = Table.of(
                "Segments", Table.text("Segment"), Table.text("Metric"), Table.number("Value"), Table.number("CI"));
        segments.forEach((name, metrics) -> metrics.forEach(metric -> rows.row(
                Text.of(name),
                Text.ofCode(metric.name()),
                Text.of(RunPage.six(metric.value())),
                Text.of(interval(metric.ci())))));
        return rows.table();
    }

    static Table deltas(RunReport.Baseline baseline) {
        Table.Rows rows = Table.of(
                "Against " + baseline.baselineRunId(),
                Table.text("Metric"),
                Table.number("Before"),
                Table.number("After"),
                Table.number("Delta"),
                Table.number("Relative"));
        baseline.deltas()
                .forEach(delta -> rows.row(
                        Text.ofCode(delta.name()),
                        Text.of(RunPage.six(delta.before())),
                        Text.of(RunPage.six(delta.after())),
                        Text.of(RunPage.six(delta.delta())),
                        Text.of(delta.relativeDelta() == null ? "" : RunPage.six(delta.relativeDelta()))));
        return rows.table();
    }

    static Table gates(List<RunReport.GateResult> gates) {
        Table.Rows rows = Table.of(
                "Regression Gates",
                Table.text("Metric"),
                Table.number("Delta"),
                Table.number("Max Drop"),
                Table.text("Passed"),
                Table.text("Reason"));
        gates.forEach(gate -> rows.row(
                Text.ofCode(gate.metric()),
                Text.of(RunPage.six(gate.delta())),
                Text.of(RunPage.six(gate.maxDrop())),
                gate.passed() ? Text.good("true") : Text.bad("false"),
                Text.of(gate.reason() == null ? "" : gate.reason())));
        return rows.table();
    }

    private static String interval(RunReport.@Nullable Interval ci) {
        return ci == null ? "" : String.format(Locale.ROOT, "[%.4f, %.4f] (%.2f)", ci.lower(), ci.upper(), ci.level());
    }
}
