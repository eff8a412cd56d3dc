package io.github.recsyseval.reference;

import io.github.recsyseval.view.page.Block;
import io.github.recsyseval.view.page.Page;
import io.github.recsyseval.view.page.Table;
import io.github.recsyseval.view.page.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The A/A check on the page. */
final class AaCheckBlocks {
    private AaCheckBlocks() {}

    static Page.Verdict verdict(RunAaCheck check) {
        return check.uniformish()
                ? new Page.Verdict(
                        Page.Mood.GOOD, "Pass.", Text.of("The tests keep their promise on this log."), List.of())
                : new Page.Verdict(
                        Page.Mood.BAD,
                        "Fail.",
                        Text.of("The tests of " + String.join(", ", check.off()) + " cannot be relied on."),
                        List.of());
    }

    static List<Block> of(RunAaCheck check) {
        List<Table.Column> columns = new ArrayList<>(List.of(Table.text("Metric"), Table.number("Tests")));
        List<String> thresholds = check.metrics().stream()
                .flatMap(metric -> metric.counts().keySet().stream())
                .distinct()
                .toList();
        thresholds.forEach(threshold -> columns.add(Table.number("p < " + threshold)));
        columns.addAll(List.of(
                Table.number("False Positives"),
                Table.number("CI"),
                Table.number("Uniform, p"),
                Table.text("Verdict")));
        Table.Rows rows = Table.of("A/A Check", columns.toArray(Table.Column[]::new));
        for (RunAaCheck.Metric metric : check.metrics()) {
            List<Text> cells = new ArrayList<>(List.of(Text.ofCode(metric.metric()), count(metric.tests())));
            thresholds.forEach(threshold -> cells.add(count(metric.counts().getOrDefault(threshold, 0L))));
            RunReport.Interval ci = metric.ci();
            cells.add(four(metric.falsePositiveRate()));
            cells.add(Text.of(
                    ci == null
                            ? ""
                            : String.format(Locale.ROOT, "[%.4f, %.4f] (%.3f)", ci.lower(), ci.upper(), ci.level())));
            cells.add(four(metric.uniformityP()));
            cells.add(
                    switch (metric.verdict()) {
                        case "pass" -> Text.good("pass");
                        case "fail" -> Text.bad("fail");
                        default -> Text.of(metric.verdict());
                    });
            rows.row(cells);
        }
        return List.of(
                rows.table(),
                new Block.Paragraph(Text.of(String.format(
                        Locale.ROOT,
                        "%d users, split at random into two arms without any difference between them, with seed %d.",
                        check.users(),
                        check.seed()))));
    }

    private static Text count(long count) {
        return Text.of(Long.toString(count));
    }

    private static Text four(@Nullable Double value) {
        return Text.of(value == null ? "" : String.format(Locale.ROOT, "%.4f", value));
    }
}
