package io.github.recsyseval.view;

import io.github.recsyseval.report.ExperimentSection;
import io.github.recsyseval.report.OverlapRow;
import io.github.recsyseval.view.page.Block;
import io.github.recsyseval.view.page.Table;
import io.github.recsyseval.view.page.Text;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Whether the arms were shown at the same time: a sentence for two arms, a table for more. */
final class OverlapBlocks {
    private OverlapBlocks() {}

    static List<Block> of(ExperimentSection experiment, ArmNames names) {
        List<OverlapRow> rows = experiment.overlaps();
        if (rows.size() == 1) {
            return List.of(new Block.Paragraph(sentence(rows.get(0), experiment, names)));
        }
        Table.Rows table = Table.of(
                "At the same time as " + names.of(experiment.control()),
                Table.text("arm"),
                Table.text("verdict"),
                Table.number("of its exposures"),
                Table.number("of the control's"),
                Table.text("counted by"),
                Table.number("new users on other days"),
                Table.number("p"));
        for (OverlapRow row : rows) {
            table.row(
                    Text.of(names.of(row.variant())),
                    row.verdict().equals("together") ? Text.of(row.verdict()) : Text.bad(row.verdict()),
                    Text.of(percent(row.share())),
                    Text.of(percent(row.controlShare())),
                    Text.of(row.per() == null ? "-" : row.per() + " (UTC)"),
                    Text.of(percent(row.shift())),
                    Text.of(NumberText.p(row.shiftP(), null)));
        }
        return List.of(table.table());
    }

    private static Text sentence(OverlapRow row, ExperimentSection experiment, ArmNames names) {
        if (row.share() == null || row.controlShare() == null) {
            return Text.of("Whether the arms were shown at the same time is not known")
                    .plain(": " + row.message() + ".");
        }
        boolean apart = row.verdict().equals("apart");
        Text overlap = (apart
                        ? Text.bad("The arms were not shown at the same time")
                        : Text.of("The arms were shown at the same time"))
                .plain(": " + percent(row.share()) + " of the exposures of " + names.of(row.variant()) + " and "
                        + percent(row.controlShare()) + " of those of " + names.of(experiment.control()) + " are "
                        + ("day".equals(row.per()) ? "on days (UTC) on" : "in hours (UTC) in")
                        + " which the other arm was shown, too.");
        if (apart || row.shiftP() == null) {
            return overlap;
        }
        String test = NumberText.pIs(row.shiftP(), null) + " (" + percent(row.shift())
                + " of them would have to move to another day for the arms to be alike).";
        return row.verdict().equals("drifting")
                ? overlap.plain(" ")
                        .strong("The split moved from day to day")
                        .plain(", by the day of a user's first exposure: " + test)
                : overlap.plain(" New users are split alike from day to day: " + test);
    }

    private static String percent(@Nullable Double share) {
        return share == null ? "-" : NumberText.percent(share);
    }
}
