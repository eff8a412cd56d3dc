package io.github.recsyseval.view;

import io.github.recsyseval.report.ComparisonRow;
import io.github.recsyseval.report.ExperimentSection;
import io.github.recsyseval.view.page.Block;
import io.github.recsyseval.view.page.Chart;
import io.github.recsyseval.view.page.Table;
import io.github.recsyseval.view.page.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** How the KPIs of the arms compare: lifts for whoever decides, differences with their tests for whoever checks. */
final class EffectBlocks {
    private final ExperimentSection experiment;
    private final ArmNames names;

    private EffectBlocks(ExperimentSection experiment) {
        this.experiment = experiment;
        names = ArmNames.of(experiment);
    }

    static List<Block> of(ExperimentSection experiment) {
        return new EffectBlocks(experiment).blocks();
    }

    private List<Block> blocks() {
        List<Block> blocks = new ArrayList<>();
        List<Chart.Point> lifts = new ArrayList<>();
        for (ComparisonRow row : experiment.comparisons()) {
            if (row.lift() != null && row.liftInterval() != null) {
                lifts.add(CutBlocks.point(
                        row.metric() + arm(row, ", "), row.lift(), row.liftInterval(), NumberText.lift(row.lift())));
            }
        }
        if (!lifts.isEmpty()) {
            blocks.add(new Chart.Dots(
                    "Lift over " + names.of(experiment.control()) + ", 95 % interval",
                    lifts,
                    0.0,
                    "The vertical line marks no difference."));
        }
        blocks.add(lifts());
        blocks.add(differences());
        if (experiment.comparisons().stream().anyMatch(row -> row.covariate() != null)) {
            blocks.add(new Block.Paragraph(Text.of("Lifts and differences are adjusted by what was known about users"
                    + " before the experiment (CUPED); values of the arms are not.")));
        }
        experiment.comparisons().stream()
                .filter(row -> row.verdict().equals("unknown") || row.liftInterval() == null)
                .map(row -> why(row))
                .filter(Objects::nonNull)
                .forEach(blocks::add);
        if (experiment.comparisons().stream().anyMatch(ComparisonRow::fewData)) {
            blocks.add(new Block.Paragraph(
                    Text.of("Some metrics rest on fewer than 50 users in an arm, or on fewer than 10"
                            + " events if the arms were alike: their intervals are rough.")));
        }
        return blocks;
    }

    private Block.@Nullable Paragraph why(ComparisonRow row) {
        return row.reason() == null
                ? null
                : new Block.Paragraph(Text.ofCode(row.metric()).plain(arm(row, ", ") + ": " + row.reason() + "."));
    }

    private Table lifts() {
        Table.Rows table = Table.of(
                "Lifts",
                Table.text("metric"),
                Table.text("at 95 %"),
                Table.number(names.several() ? "control" : names.of(experiment.control())),
                Table.number(names.several() ? "arm's" : names.of(experiment.candidate())),
                Table.number("lift"),
                Table.number("95 % interval"));
        for (ComparisonRow row : experiment.comparisons()) {
            table.row(
                    Text.ofCode(row.metric()).plain(arm(row, ", ") + (row.role().equals("primary") ? ", primary" : "")),
                    verdict(row.verdict()),
                    Text.of(amount(row.unit(), row.control())),
                    Text.of(amount(row.unit(), row.value())),
                    Text.of(row.lift() == null ? "-" : NumberText.lift(row.lift())),
                    Text.of(NumberText.changes("share", row.liftInterval())));
        }
        return table.stacked();
    }

    private Table differences() {
        Table.Rows table = Table.of(
                "Differences",
                Table.text("metric"),
                Table.number("difference"),
                Table.number("95 % interval"),
                Table.number("p"),
                Table.number("p (Holm)"),
                Table.number("lift at level "
                        + NumberText.chosen(experiment.decision().level())));
        for (ComparisonRow row : experiment.comparisons()) {
            table.row(
                    Text.ofCode(row.metric()).plain(arm(row, ", ")),
                    Text.of(row.difference() == null ? "-" : NumberText.difference(row.unit(), row.difference())),
                    Text.of(NumberText.changes(row.unit(), row.interval())),
                    Text.of(NumberText.p(row.pValue(), row.log10P())),
                    Text.of(NumberText.p(row.adjustedP(), null)),
                    Text.of(NumberText.changes("share", row.decisionLiftInterval())));
        }
        return table.stacked();
    }

    private String arm(ComparisonRow row, String before) {
        return names.several() ? before + names.of(row.variant()) : "";
    }

    static String amount(String unit, @Nullable Double value) {
        return value == null ? "-" : NumberText.withUnit(unit, value);
    }

    static Text verdict(String verdict) {
        return switch (verdict) {
            case "better" -> Text.good("better");
            case "worse" -> Text.bad("worse");
            default -> Text.of(verdict);
        };
    }
}
