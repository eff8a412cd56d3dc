package io.github.recsyseval.view;

import io.github.recsyseval.report.AaCheckSection;
import io.github.recsyseval.report.AaMetricRow;
import io.github.recsyseval.text.Counted;
import io.github.recsyseval.view.page.Block;
import io.github.recsyseval.view.page.Chart;
import io.github.recsyseval.view.page.Page.Mood;
import io.github.recsyseval.view.page.Page.Verdict;
import io.github.recsyseval.view.page.Table;
import io.github.recsyseval.view.page.Text;
import java.util.ArrayList;
import java.util.List;

/** Whether tests keep their promise. */
final class AaBlocks {
    private AaBlocks() {}

    static Verdict verdict(AaCheckSection check) {
        return new Verdict(
                check.failed() ? Mood.BAD : Mood.GOOD,
                headline(check),
                Text.of(
                        check.users() == 0
                                ? "There are no exposures, so there are no users to split."
                                : Counted.of(check.users(), "user") + " split at random into two arms "
                                        + Counted.of(check.replicates(), "time")
                                        + ", without any difference between them."),
                check.metrics().stream()
                        .map(AaMetricRow::message)
                        .filter(message -> !message.isEmpty())
                        .map(Text::of)
                        .toList());
    }

    private static String headline(AaCheckSection check) {
        if (check.nothingTested()) {
            return "The tests cannot be checked.";
        }
        return check.failed() ? "The tests are invalid." : "The tests are valid.";
    }

    static List<Block> of(AaCheckSection check) {
        Table.Rows table = Table.of(
                "False positives",
                Table.text("metric"),
                Table.text("verdict"),
                Table.number("splits"),
                Table.number("rejected"),
                Table.number("rate"),
                Table.number("99.9 % interval"),
                Table.number("p, uniformity"));
        List<Chart.Point> rates = new ArrayList<>();
        for (AaMetricRow row : check.metrics()) {
            if (row.falsePositiveRate() != null) {
                rates.add(CutBlocks.point(
                        row.metric(),
                        row.falsePositiveRate(),
                        row.interval(),
                        NumberText.percent(row.falsePositiveRate())));
            }
            table.row(
                    Text.ofCode(row.metric()),
                    verdict(row.verdict()),
                    Text.of(NumberText.count(row.tests())),
                    Text.of(NumberText.count(row.rejected())),
                    Text.of(row.falsePositiveRate() == null ? "-" : NumberText.percent(row.falsePositiveRate())),
                    Text.of(NumberText.interval("share", row.interval(), null)),
                    Text.of(NumberText.p(row.uniformityP(), null)));
        }
        List<Block> blocks = new ArrayList<>();
        if (!rates.isEmpty()) {
            blocks.add(new Chart.Dots(
                    "False positives, 99.9 % interval",
                    rates,
                    check.alpha(),
                    "The vertical line marks the " + NumberText.chosen(check.alpha()) + " that a valid test rejects."));
        }
        blocks.add(table.stacked());
        String groups = check.userGroups() == null
                ? ""
                : " There are too many users to split one by one: they form " + NumberText.count(check.userGroups())
                        + " random groups, each split as one.";
        blocks.add(
                new Block.Paragraph(Text.of("A test passes if the 99.9 % interval of its false-positive rate contains "
                        + NumberText.chosen(check.alpha())
                        + " and its p-values are uniform (Kolmogorov-Smirnov, p above 0.001). Splits are drawn with seed "
                        + check.seed() + "." + groups)));
        return blocks;
    }

    private static Text verdict(String verdict) {
        return switch (verdict) {
            case "pass" -> Text.good("pass");
            case "fail" -> Text.bad("fail");
            default -> Text.of(verdict);
        };
    }
}
