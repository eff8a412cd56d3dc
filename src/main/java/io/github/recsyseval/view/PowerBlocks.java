package io.github.recsyseval.view;

import io.github.recsyseval.report.ComparisonRow;
import io.github.recsyseval.report.ExperimentSection;
import io.github.recsyseval.view.page.Block;
import io.github.recsyseval.view.page.Table;
import io.github.recsyseval.view.page.Text;
import java.util.ArrayList;
import java.util.List;

/** What an experiment of this size could find, and how many users other lifts would take. */
final class PowerBlocks {
    private PowerBlocks() {}

    static List<Block> of(ExperimentSection experiment) {
        ArmNames names = ArmNames.of(experiment);
        Table.Rows table = Table.of(
                "Detectable effects",
                Table.text("metric"),
                Table.number("lift"),
                Table.number("difference"),
                Table.number("users for 1 %"),
                Table.number("users for 2 %"),
                Table.number("users for 5 %"),
                Table.number("users for 10 %"));
        List<Block> blocks = new ArrayList<>();
        for (ComparisonRow row : experiment.comparisons()) {
            if (row.detectableDifference() == null) {
                continue;
            }
            if (row.role().equals("primary") && row.variant().equals(experiment.candidate())) {
                blocks.add(new Block.Paragraph(Text.of("This experiment could detect "
                                + (row.detectableLift() == null
                                        ? noLift(row) + NumberText.difference(row.unit(), row.detectableDifference())
                                        : "a lift of " + NumberText.percent(row.detectableLift()))
                                + " in ")
                        .code(row.metric())
                        .plain(".")));
            }
            List<Text> cells = new ArrayList<>(List.of(
                    Text.ofCode(row.metric()).plain(names.several() ? ", " + names.of(row.variant()) : ""),
                    Text.of(row.detectableLift() == null ? "-" : NumberText.percent(row.detectableLift())),
                    Text.of(NumberText.difference(row.unit(), row.detectableDifference()))));
            for (double lift : new double[] {0.01, 0.02, 0.05, 0.1}) {
                cells.add(Text.of(row.usersNeeded().stream()
                        .filter(needed -> needed.lift() == lift)
                        .findFirst()
                        .map(needed -> NumberText.count(needed.users()))
                        .orElse("-")));
            }
            table.row(cells);
        }
        if (table.isEmpty()) {
            return List.of();
        }
        blocks.add(table.stacked());
        blocks.add(new Block.Paragraph(Text.of("A lift or difference of this size is detected with "
                + NumberText.chosen(experiment.decision().power()) + " power, by primary metrics at level "
                + NumberText.chosen(experiment.decision().level())
                + ", by the others at 95 %. Users for a lift of 1 %, and so on, are those of both arms together, at the"
                + " current split.")));
        return blocks;
    }

    /** Over a control that is not above 0 there is no lift to be found. */
    private static String noLift(ComparisonRow row) {
        Double control = row.control();
        return (control != null && control > 0 ? "no lift, however large, but " : "") + "a difference of ";
    }
}
