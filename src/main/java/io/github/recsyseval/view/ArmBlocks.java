package io.github.recsyseval.view;

import io.github.recsyseval.report.ArmRow;
import io.github.recsyseval.report.CrossoverRow;
import io.github.recsyseval.report.ExperimentSection;
import io.github.recsyseval.report.MetricRow;
import io.github.recsyseval.report.SampleRatioRow;
import io.github.recsyseval.text.Counted;
import io.github.recsyseval.view.page.Block;
import io.github.recsyseval.view.page.Table;
import io.github.recsyseval.view.page.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Who was in which arm, and what each arm's figures are. */
final class ArmBlocks {
    private ArmBlocks() {}

    static List<Block> of(ExperimentSection experiment) {
        ArmNames names = ArmNames.of(experiment);
        List<Block> blocks = new ArrayList<>();
        Table.Rows table = Table.of(
                "Users and exposures",
                Table.text("arm"),
                Table.text("role"),
                Table.number("users"),
                Table.number("share"),
                Table.number("expected"),
                Table.number("exposures"));
        for (ArmRow arm : experiment.arms()) {
            table.row(
                    Text.of(names.of(arm.variant())),
                    arm.role().equals("unexpected") ? Text.bad("unexpected") : Text.of(arm.role()),
                    Text.of(NumberText.count(arm.users())),
                    Text.of(arm.share() == null ? "-" : NumberText.percent(arm.share())),
                    Text.of(arm.expectedShare() == null ? "-" : NumberText.percent(arm.expectedShare())),
                    Text.of(NumberText.count(arm.exposures())));
        }
        blocks.add(table.table());
        blocks.add(new Block.Paragraph(split(experiment.sampleRatio())));
        blocks.add(new Block.Paragraph(crossover(experiment.crossover())));
        blocks.addAll(OverlapBlocks.of(experiment, names));
        blocks.addAll(ArmCheckBlocks.of(experiment, names));
        if (experiment.userGroups() != null) {
            blocks.add(new Block.Paragraph(
                    Text.of("There are too many users to keep each one: where variances are estimated,"
                            + " those of an arm are in " + NumberText.count(experiment.userGroups())
                            + " random groups of whole users, and each group counts as one user.")));
        }
        blocks.add(figures(experiment, names));
        blocks.add(new Block.Paragraph(Text.of("Metrics cover all exposures of the arm, latencies those that log one: "
                + latencies(experiment, names) + ".")));
        return blocks;
    }

    private static Text split(SampleRatioRow split) {
        String test = NumberText.pIs(split.pValue(), split.log10P()) + " ("
                + split.method().replace('_', ' ') + ", " + Counted.of(split.users(), "user") + ").";
        return split.failed()
                ? Text.bad("Sample ratio mismatch").plain(": " + split.message() + ".")
                : Text.of("Users are split as expected: " + test);
    }

    private static Text crossover(CrossoverRow crossover) {
        String share = crossover.share() == null ? "" : " (" + NumberText.percent(crossover.share()) + ")";
        String test =
                crossover.pValue() == null ? "" : ", alike from every arm: " + NumberText.pIs(crossover.pValue(), null);
        return Text.of(Counted.part(crossover.users(), crossover.of(), "user")
                + share
                + Counted.words(crossover.users(), " was", " were") + " served by more than one arm and "
                + leftOut(crossover)
                + ofExposures(crossover)
                + test + ". " + Counted.of(crossover.contradictingExposures(), "exposure has", "exposures have")
                + " contradicting variants, " + Counted.of(crossover.unassignedExposures(), "is", "are")
                + " not in the experiment.");
    }

    private static String leftOut(CrossoverRow crossover) {
        return crossover.policy().equals("exclude")
                ? Counted.words(crossover.users(), "is left out", "are left out")
                : Counted.words(crossover.users(), "counts for the first one", "count for the first one");
    }

    private static String ofExposures(CrossoverRow crossover) {
        return crossover.users() == 0 || crossover.exposureShare() == null
                ? ""
                : ", with " + Counted.part(crossover.exposures(), crossover.ofExposures(), "exposure") + " ("
                        + NumberText.percent(crossover.exposureShare()) + ")";
    }

    private static String latencies(ExperimentSection experiment, ArmNames names) {
        return experiment.arms().stream()
                .map(arm -> NumberText.count(rows(arm).stream()
                                .filter(row -> row.unit().equals("ms"))
                                .mapToLong(MetricRow::n)
                                .max()
                                .orElse(0))
                        + " of " + names.of(arm.variant()))
                .collect(Collectors.joining(", "));
    }

    private static Table figures(ExperimentSection experiment, ArmNames names) {
        List<Table.Column> columns = new ArrayList<>(List.of(Table.text("metric")));
        experiment.arms().forEach(arm -> columns.add(Table.number(names.of(arm.variant()))));
        experiment.arms().forEach(arm -> columns.add(Table.number(names.of(arm.variant()) + ", 95 % interval")));
        Table.Rows table = Table.of("Metrics by arm", columns.toArray(Table.Column[]::new));
        List<List<MetricRow>> all =
                experiment.arms().stream().map(ArmBlocks::rows).toList();
        for (int i = 0; i < all.get(0).size(); i++) {
            int row = i;
            List<Text> cells =
                    new ArrayList<>(List.of(Text.ofCode(all.get(0).get(i).name())));
            all.forEach(rows -> cells.add(Text.of(NumberText.value(rows.get(row)))));
            all.forEach(rows -> cells.add(Text.of(NumberText.interval(rows.get(row)))));
            table.row(cells);
        }
        return table.stacked();
    }

    private static List<MetricRow> rows(ArmRow arm) {
        List<MetricRow> rows = new ArrayList<>(arm.kpis());
        rows.addAll(arm.guardrails());
        return rows;
    }
}
