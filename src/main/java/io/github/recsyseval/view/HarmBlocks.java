package io.github.recsyseval.view;

import io.github.recsyseval.report.ExperimentSection;
import io.github.recsyseval.report.GuardrailTestRow;
import io.github.recsyseval.view.page.Block;
import io.github.recsyseval.view.page.Table;
import io.github.recsyseval.view.page.Text;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The guardrails of an experiment. */
final class HarmBlocks {
    private HarmBlocks() {}

    static List<Block> of(ExperimentSection experiment) {
        ArmNames names = ArmNames.of(experiment);
        Table.Rows table = Table.of(
                "Guardrails",
                Table.text("guardrail"),
                Table.text("verdict"),
                Table.number(names.of(experiment.control())),
                Table.number(names.of(experiment.candidate())),
                Table.number("change"),
                Table.number("at least"),
                Table.number("at most"));
        List<Text> why = new ArrayList<>();
        for (GuardrailTestRow row : experiment.guardrails()) {
            table.row(
                    Text.ofCode(row.guardrail()).plain(row.setBy().equals("default") ? " (default)" : ""),
                    verdict(row),
                    Text.of(EffectBlocks.amount(row.unit(), row.control())),
                    Text.of(EffectBlocks.amount(row.unit(), row.value())),
                    Text.of(change(row, row.change())),
                    Text.of(row.change() == null ? "-" : change(row, row.lower())),
                    Text.of(row.change() == null ? "-" : change(row, row.upper())));
            // What decides is told at the top, and what is undecided in the row.
            boolean told = experiment.decision().reasons().contains(row.message())
                    || row.verdict().equals("undecided") && row.change() != null;
            if (!row.message().isEmpty() && !told) {
                why.add(Text.of(row.message()));
            }
        }
        if (table.isEmpty()) {
            return List.of();
        }
        List<Block> blocks = new ArrayList<>(List.of(table.stacked()));
        if (!why.isEmpty()) {
            blocks.add(new Block.Bullets(why));
        }
        blocks.add(new Block.Paragraph(Text.of("One-sided bounds of the change, each with a confidence of "
                + NumberText.chosen(1 - experiment.decision().alpha())
                + ". Undecided: neither shown to hold nor to be broken.")));
        return blocks;
    }

    private static Text verdict(GuardrailTestRow row) {
        return switch (row.verdict()) {
            case "holds" -> Text.good("holds");
            case "broken", "doubtful", "untrusted" -> Text.bad(row.verdict());
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
}
