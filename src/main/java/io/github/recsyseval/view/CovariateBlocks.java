package io.github.recsyseval.view;

import io.github.recsyseval.report.ComparisonRow;
import io.github.recsyseval.report.ComparisonRow.CovariateRow;
import io.github.recsyseval.report.ExperimentSection;
import io.github.recsyseval.report.ExperimentSection.ContextCovariateRow;
import io.github.recsyseval.text.Counted;
import io.github.recsyseval.view.page.Block;
import io.github.recsyseval.view.page.Table;
import io.github.recsyseval.view.page.Text;
import java.util.ArrayList;
import java.util.List;

/** The adjustment by what is known of users from before the experiment. */
final class CovariateBlocks {
    private CovariateBlocks() {}

    static List<Block> of(ExperimentSection experiment) {
        ContextCovariateRow inContext = experiment.contextCovariate();
        ArmNames names = ArmNames.of(experiment);
        Table.Rows table = Table.of(
                inContext == null ? "Adjusted by the period before (CUPED)" : "Adjusted by a context value (CUPED)",
                Table.text("metric"),
                Table.number(inContext == null ? "users with history" : "users with a value"),
                Table.number("correlation"),
                Table.number("variance saved"),
                Table.number("unadjusted difference"),
                Table.number("95 % interval"),
                Table.number("p"));
        List<Text> notes = new ArrayList<>();
        for (ComparisonRow row : experiment.comparisons()) {
            CovariateRow covariate = row.covariate();
            if (covariate != null) {
                Text metric = Text.ofCode(row.metric()).plain(names.several() ? ", " + names.of(row.variant()) : "");
                table.row(cells(metric, row, covariate));
                if (!covariate.note().isEmpty()) {
                    notes.add(metric.plain(": " + covariate.note()));
                }
            }
        }
        List<Block> blocks = new ArrayList<>();
        if (inContext != null) {
            blocks.add(new Block.Paragraph(inContext(inContext)));
        }
        if (!table.isEmpty()) {
            blocks.add(table.stacked());
        }
        if (!notes.isEmpty()) {
            blocks.add(new Block.Bullets(notes));
        }
        return blocks;
    }

    private static List<Text> cells(Text metric, ComparisonRow row, CovariateRow covariate) {
        return List.of(
                metric,
                Text.of(covariate.coverage() == null ? "-" : NumberText.percent(covariate.coverage())),
                Text.of(NumberText.withUnit("value", covariate.correlation())),
                Text.of(NumberText.percent(covariate.varianceReduction())),
                Text.of(NumberText.difference(row.unit(), covariate.unadjustedDifference())),
                Text.of(NumberText.changes(row.unit(), covariate.unadjustedInterval())),
                Text.of(NumberText.p(covariate.unadjustedP(), null)));
    }

    private static Text inContext(ContextCovariateRow covariate) {
        String coverage = covariate.coverage() == null ? "" : " (" + NumberText.percent(covariate.coverage()) + ")";
        String later = covariate.changing() == 0
                ? ""
                : ", " + NumberText.count(covariate.changing())
                        + " of whom have another one later, which does not count";
        return Text.of("Covariate ")
                .code(covariate.key())
                .plain(" of a user's first exposure: known of " + NumberText.count(covariate.known()) + " of "
                        + Counted.of(covariate.users(), "user") + coverage + later + "; " + covariate.note()
                        + ".");
    }
}
