package io.github.recsyseval.view;

import io.github.recsyseval.report.ExperimentSection;
import io.github.recsyseval.report.HeterogeneityRow;
import io.github.recsyseval.report.SliceComparisonRow;
import io.github.recsyseval.text.Counted;
import io.github.recsyseval.view.page.Block;
import io.github.recsyseval.view.page.Table;
import io.github.recsyseval.view.page.Text;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The primary metrics by slice, for finding out where to look. */
final class ExploreBlocks {
    /** More rows than these are left to the JSON form. */
    private static final int MOST_ROWS = 100;

    private ExploreBlocks() {}

    static List<Block> of(ExperimentSection experiment) {
        if (experiment.slices().isEmpty()) {
            return List.of();
        }
        ArmNames names = ArmNames.of(experiment);
        List<Block> blocks = new ArrayList<>();
        for (HeterogeneityRow row : experiment.heterogeneity()) {
            blocks.add(new Block.Paragraph(Text.of("Does the effect on ")
                    .code(row.metric())
                    .plain(" in " + names.of(row.variant()) + " differ by " + String.join(",", row.keys())
                            + "? Over " + Counted.of(row.slices(), "slice") + ": p = "
                            + NumberText.p(row.pValue(), null) + " (Cochran's Q).")));
        }
        Map<String, Table.Rows> tables = new LinkedHashMap<>();
        Map<String, Integer> without = new LinkedHashMap<>();
        experiment.slices().stream()
                .sorted(Comparator.comparingLong((SliceComparisonRow row) -> -row.users() - row.controlUsers())
                        .thenComparing(SliceComparisonRow::slice))
                .limit(MOST_ROWS)
                .forEach(row -> {
                    String effect = row.metric() + (names.several() ? " in " + names.of(row.variant()) : "");
                    tables.computeIfAbsent(effect, ExploreBlocks::table).row(cells(row));
                    if (row.interval() == null && row.reason() != null) {
                        without.merge(row.reason(), 1, Integer::sum);
                    }
                });
        tables.values().forEach(table -> blocks.add(table.table()));
        without.forEach((reason, rows) -> blocks.add(
                new Block.Paragraph(Text.of("No interval in " + Counted.of(rows, "row") + ": " + reason + "."))));
        String cut = experiment.slices().size() > MOST_ROWS
                ? " The largest " + MOST_ROWS + " rows of "
                        + NumberText.count(experiment.slices().size()) + "; the JSON report has all of them."
                : "";
        blocks.add(new Block.Paragraph(Text.of(
                "Exploratory: with many slices some differ by chance, so these do not affect the decision." + cut)));
        return blocks;
    }

    private static Table.Rows table(String effect) {
        return Table.of(
                "Effect on " + effect + " by slice",
                Table.text("slice"),
                Table.text("verdict"),
                Table.number("users"),
                Table.number("control"),
                Table.number("arm's"),
                Table.number("difference"),
                Table.number("95 % interval"),
                Table.number("p"),
                Table.number("p (BH)"));
    }

    private static List<Text> cells(SliceComparisonRow row) {
        return List.of(
                Text.of(CutBlocks.shortened(row.slice())),
                EffectBlocks.verdict(row.verdict()),
                Text.of(NumberText.count(row.users() + row.controlUsers())),
                Text.of(EffectBlocks.amount(row.unit(), row.control())),
                Text.of(EffectBlocks.amount(row.unit(), row.value())),
                Text.of(row.difference() == null ? "-" : NumberText.difference(row.unit(), row.difference())),
                Text.of(NumberText.changes(row.unit(), row.interval())),
                Text.of(NumberText.p(row.pValue(), null)),
                Text.of(NumberText.p(row.adjustedP(), null)));
    }
}
