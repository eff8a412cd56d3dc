package io.github.recsyseval.view;

import io.github.recsyseval.report.ArmCheckRow;
import io.github.recsyseval.report.ExperimentSection;
import io.github.recsyseval.view.page.Block;
import io.github.recsyseval.view.page.Table;
import io.github.recsyseval.view.page.Text;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Whether the arms are logged alike. */
final class ArmCheckBlocks {
    private ArmCheckBlocks() {}

    static List<Block> of(ExperimentSection experiment, ArmNames names) {
        if (experiment.armChecks().isEmpty()) {
            return List.of();
        }
        boolean several = names.several();
        List<Table.Column> columns = new ArrayList<>(List.of(Table.text("what")));
        columns.add(Table.number(names.of(experiment.control())));
        columns.add(Table.number(several ? "arm" : names.of(experiment.candidate())));
        columns.addAll(List.of(Table.number("difference"), Table.number("95 % interval"), Table.number("p")));
        Table.Rows table = Table.of("Are the arms logged alike?", columns.toArray(Table.Column[]::new));
        for (ArmCheckRow row : experiment.armChecks()) {
            if (row.verdict().equals("pass") && !row.variant().equals(experiment.candidate())) {
                continue;
            }
            table.row(cells(row, several ? ", " + names.of(row.variant()) : ""));
        }
        List<Block> blocks = new ArrayList<>(List.of(table.stacked()));
        if (experiment.armChecks().stream().allMatch(row -> row.verdict().equals("pass"))) {
            blocks.add(new Block.Paragraph(Text.of("All of these pass.")));
        } else if (several) {
            blocks.add(new Block.Paragraph(Text.of("Checks that are not listed pass.")));
        }
        return blocks;
    }

    private static List<Text> cells(ArmCheckRow row, String arm) {
        Double difference = row.difference();
        Text what = Text.of(name(row.check()) + arm);
        return List.of(
                row.verdict().equals("pass") ? what : what.plain(": ").and(Text.bad(row.verdict())),
                Text.of(amount(row, row.control())),
                Text.of(amount(row, row.value())),
                Text.of(difference == null ? "-" : NumberText.difference(row.unit(), difference)),
                Text.of(NumberText.changes(row.unit(), row.interval())),
                Text.of(NumberText.p(row.pValue(), null)));
    }

    private static String amount(ArmCheckRow row, @Nullable Double value) {
        return value == null ? "-" : NumberText.withUnit(row.unit(), value);
    }

    private static String name(String check) {
        return switch (check) {
            case "lost_assignments" -> "unassigned exposures, after a user's first";
            case "assignment_join_rate" -> "assignments with an exposure";
            case "orphan_outcomes" -> "outcomes without an exposure";
            case "users_in_slice" -> "users in the slice that differs most";
            case "outcome_holes" -> "exposures while the arm has no outcomes";
            case "other_users" -> "assignments with another user_id";
            case "contradictions" -> "exposures whose context names another variant";
            default -> "exposures per user";
        };
    }
}
