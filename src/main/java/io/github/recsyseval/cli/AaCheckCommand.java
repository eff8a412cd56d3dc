package io.github.recsyseval.cli;

import io.github.recsyseval.engine.JoinPlan;
import io.github.recsyseval.evaluation.EvaluationPlan.Section;
import io.github.recsyseval.experiment.AaPlan;
import io.github.recsyseval.metric.MetricGroup;
import io.github.recsyseval.metric.kpi.RequestRates;
import io.github.recsyseval.report.AaCheckSection;
import io.github.recsyseval.report.AaMetricRow;
import io.github.recsyseval.report.Report;
import java.util.List;
import java.util.Set;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;

/** {@code recsys-eval aa-check}: do tests on this log keep their promise. */
@Command(
        name = "aa-check",
        description = {
            "Check that tests find no difference between random arms.",
            "",
            "Splits the users at random into two equal arms, 1,000 times, and counts how",
            "often a test rejects although nothing differs.",
            "",
            "  recsys-eval aa-check --exposures testdata/clean/exposures.jsonl \\",
            "    --outcomes testdata/clean/outcomes.jsonl --metrics ctr"
        },
        sortOptions = false,
        customSynopsis = "recsys-eval aa-check --exposures PATH --outcomes PATH [OPTION]...",
        descriptionHeading = "%n",
        mixinStandardHelpOptions = true,
        footerHeading = "%n",
        footer = {
            "Exit codes: 0 good, 5 a test is invalid or a limit failed, 64 usage, 66 input",
            "unusable, 74 output failed. Documentation: docs/experiment.md."
        })
final class AaCheckCommand extends EvaluationCommand {
    @ArgGroup(validate = false, exclusive = false, heading = "%nSplits:%n", order = 2)
    private SplitOptions splits = new SplitOptions();

    @Override
    String name() {
        return "aa-check";
    }

    @Override
    Set<Section> sections() {
        return Set.of();
    }

    @Override
    List<MetricGroup> metrics() {
        return List.of(RequestRates.group(List.of(RequestRates.values())));
    }

    @Override
    AaPlan aaCheck(JoinPlan join) {
        return splits.plan(join.read().threads());
    }

    @Override
    int outcome(Report report) {
        AaCheckSection check = report.aaCheck();
        if (check == null || !check.failed()) {
            return ExitCode.OK;
        }
        check.metrics().stream()
                .map(AaMetricRow::message)
                .filter(message -> !message.isEmpty())
                .forEach(this::complain);
        return ExitCode.LIMIT_FAILED;
    }
}
