package io.github.recsyseval.view;

import io.github.recsyseval.report.ComparisonRow;
import io.github.recsyseval.report.ExperimentSection;
import io.github.recsyseval.report.GuardrailTestRow;
import io.github.recsyseval.view.page.Block;
import io.github.recsyseval.view.page.Chart;
import io.github.recsyseval.view.page.Table;
import io.github.recsyseval.view.page.Text;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How the arms compare: KPIs, what could have been found, guardrails. */
final class EffectBlocks {
    private EffectBlocks() {}

    static List<Block> kpis(ExperimentSection experiment) {
        List<Block> blocks = new ArrayList<>();
        List<Chart.Point> lifts = new ArrayList<>();
        boolean severalArms = experiment.arms().size() > 2;
        Table.Rows table = Table.of(
                "Effects",
                Table.text("metric"),
                Table.text("role"),
                Table.text("arm"),
                Table.number("control"),
                Table.number("arm's"),
                Table.number("lift"),
                Table.number("its 95 % interval"),
                Table.number("p"),
                Table.number("p (Holm)"),
                Table.text("at 95 %"),
                Table.number("difference"),
                Table.number("its 95 % interval"));
        for (ComparisonRow row : experiment.comparisons()) {
            table.row(
                    Text.ofCode(row.metric()),
                    Text.of(row.role()),
                    Text.of(DecisionBlocks.name(row.variant())),
                    Text.of(amount(row.unit(), row.control())),
                    Text.of(amount(row.unit(), row.value())),
                    Text.of(row.lift() == null ? "-" : NumberText.lift(row.lift())),
                    Text.of(NumberText.interval("share", row.liftInterval(), row.reason())),
                    Text.of(NumberText.p(row.pValue(), row.log10P())),
                    Text.of(NumberText.p(row.adjustedP(), null)),
                    verdict(row.verdict()),
                    Text.of(row.difference() == null ? "-" : NumberText.difference(row.unit(), row.difference())),
                    Text.of(NumberText.interval(row.unit(), row.interval(), row.reason())));
            if (row.lift() != null && row.liftInterval() != null) {
                String label = row.metric() + (severalArms ? ", " + DecisionBlocks.name(row.variant()) : "");
                lifts.add(CutBlocks.point(label, row.lift(), row.liftInterval(), NumberText.lift(row.lift())));
            }
        }
        if (!lifts.isEmpty()) {
            blocks.add(new Chart.Dots(
                    "Lift over " + DecisionBlocks.name(experiment.control()) + ", 95 % interval",
                    lifts,
                    0.0,
                    null,
                    "The upright stroke is no difference."));
        }
        blocks.add(table.table());
        if (experiment.comparisons().stream().anyMatch(ComparisonRow::fewData)) {
            blocks.add(
                    new Block.Paragraph(
                            Text.of(
                                    "Some metrics rest on fewer than 50 users in an arm, or on fewer than 10 events if the arms were alike: their intervals are rough.")));
        }
        return blocks;
    }

    static List<Block> power(ExperimentSection experiment) {
        Table.Rows table = Table.of(
                "What it could find",
                Table.text("metric"),
                Table.text("arm"),
                Table.number("difference"),
                Table.number("lift"),
                Table.number("users for 1 %"),
                Table.number("2 %"),
                Table.number("5 %"),
                Table.number("10 %"));
        List<Block> blocks = new ArrayList<>();
        for (ComparisonRow row : experiment.comparisons()) {
            if (row.detectableDifference() == null) {
                continue;
            }
            if (row.role().equals("primary") && row.variant().equals(experiment.candidate())) {
                blocks.add(new Block.Paragraph(Text.of("This experiment could detect a lift of "
                                + (row.detectableLift() == null ? "no size" : NumberText.percent(row.detectableLift()))
                                + " in ")
                        .code(row.metric())
                        .plain(".")));
            }
            List<Text> cells = new ArrayList<>(List.of(
                    Text.ofCode(row.metric()),
                    Text.of(DecisionBlocks.name(row.variant())),
                    Text.of(NumberText.difference(row.unit(), row.detectableDifference())),
                    Text.of(row.detectableLift() == null ? "-" : NumberText.percent(row.detectableLift()))));
            for (double lift : new double[] {0.01, 0.02, 0.05, 0.1}) {
                cells.add(Text.of(row.usersNeeded().stream()
                        .filter(needed -> needed.lift() == lift)
                        .findFirst()
                        .map(needed -> NumberText.count(needed.users()))
                        .orElse("-")));
            }
            table.row(cells);
        }
        if (!table.isEmpty()) {
            blocks.add(table.table());
        }
        return blocks;
    }

    static List<Block> guardrails(ExperimentSection experiment) {
        Table.Rows table = Table.of(
                "Guardrails",
                Table.text("guardrail"),
                Table.text("set by"),
                Table.number("control"),
                Table.number("candidate"),
                Table.number("change"),
                Table.number("at least"),
                Table.number("at most"),
                Table.text("verdict"));
        List<Text> why = new ArrayList<>();
        for (GuardrailTestRow row : experiment.guardrails()) {
            table.row(
                    Text.ofCode(row.guardrail()),
                    Text.of(row.setBy()),
                    Text.of(amount(row.unit(), row.control())),
                    Text.of(amount(row.unit(), row.value())),
                    Text.of(change(row, row.change())),
                    Text.of(row.change() == null ? "-" : change(row, row.lower())),
                    Text.of(row.change() == null ? "-" : change(row, row.upper())),
                    guardrail(row));
            if (!row.message().isEmpty()) {
                why.add(Text.of(row.message()));
            }
        }
        if (table.isEmpty()) {
            return List.of();
        }
        return why.isEmpty() ? List.of(table.table()) : List.of(table.table(), new Block.Bullets(why));
    }

    private static Text guardrail(GuardrailTestRow row) {
        return switch (row.verdict()) {
            case "holds" -> Text.good("holds");
            case "broken" -> Text.bad("broken");
            default -> Text.of(row.verdict());
        };
    }

    private static String change(GuardrailTestRow row, @Nullable Double value) {
        if (value == null) {
            return row.change() == null ? "-" : "unbounded";
        }
        if (row.limitUnit().equals("lift")) {
            return NumberText.lift(value);
        }
        boolean ofValue = row.rule().equals("max") || row.rule().equals("min");
        return ofValue ? NumberText.withUnit(row.unit(), value) : NumberText.difference(row.unit(), value);
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
