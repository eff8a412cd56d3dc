package io.github.recsyseval.cli;

import io.github.recsyseval.engine.ExperimentColumns;
import io.github.recsyseval.engine.ExposureFilter;
import io.github.recsyseval.engine.JoinPlan;
import io.github.recsyseval.evaluation.EvaluationPlan.Section;
import io.github.recsyseval.experiment.ExpectedSplit;
import io.github.recsyseval.experiment.ExperimentAnalysis;
import io.github.recsyseval.experiment.ExperimentPlan;
import io.github.recsyseval.metric.MetricGroup;
import io.github.recsyseval.report.Decision;
import io.github.recsyseval.report.ExperimentSection;
import io.github.recsyseval.report.JsonReport;
import io.github.recsyseval.report.Report;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;

/** {@code recsys-eval experiment}: is the change better, and what follows. */
@Command(
        name = "experiment",
        description = {
            "Compare the arms of an A/B test: ship, hold or roll back.",
            "",
            "  recsys-eval experiment --exposures testdata/clean/exposures.jsonl \\",
            "    --outcomes testdata/clean/outcomes.jsonl \\",
            "    --assignments testdata/clean/assignments.jsonl --control A",
            "",
            "  # Everything in a file; an HTML report, and the decision for a script",
            "  recsys-eval experiment --config experiment.yaml \\",
            "    --output report.html --decision decision.json"
        },
        sortOptions = false,
        customSynopsis = {
            "recsys-eval experiment --exposures PATH --outcomes PATH",
            "         [--assignments PATH] --control ARM [OPTION]..."
        },
        descriptionHeading = "%n",
        mixinStandardHelpOptions = true,
        footerHeading = "%n",
        footer = {
            "Without --assignments the arms come from the exposures' context: experiment_id",
            "and experiment_variant.",
            "",
            "Exit codes: 0 ship, 2 hold, 3 roll back, 5 a limit failed, 64 usage, 66 input",
            "unusable, 74 output failed. Documentation: docs/experiment.md."
        })
final class ExperimentCommand extends EvaluationCommand {
    @ArgGroup(
            validate = false,
            exclusive = false,
            heading = "%nDesign (the experiment, its arms, and what has to be shown):%n",
            order = 2)
    private ExperimentOptions experiment = new ExperimentOptions();

    @ArgGroup(validate = false, exclusive = false, heading = "%nGuardrails:%n", order = 3)
    private HarmOptions harm = new HarmOptions();

    @ArgGroup(
            validate = false,
            exclusive = false,
            heading = "%nCovariate (from before the experiment, for CUPED):%n",
            order = 4)
    private CovariateOptions covariate = new CovariateOptions();

    private @Nullable AtomicFile decisionFile;

    @Override
    String name() {
        return "experiment";
    }

    @Override
    Set<Section> sections() {
        return Set.of();
    }

    @Override
    List<MetricGroup> metrics() {
        return ExperimentAnalysis.metrics(attribution());
    }

    @Override
    ExposureFilter filter(FilterOptions filters) {
        return covariate.after(filters.filter(), filters);
    }

    @Override
    List<String> filterWords() {
        return covariate.words();
    }

    @Override
    ExperimentColumns experimentColumns() {
        return new ExperimentColumns(true, !inputs().hasAssignments(), null, covariate.key());
    }

    @Override
    ExperimentPlan experiment(JoinPlan join, FilterOptions filters, SortedMap<String, String> options) {
        return new ExperimentPlan(
                experiment.experiment(),
                experiment.control(inputs().mayBeMissing()),
                experiment.candidate(),
                ExpectedSplit.of(experiment.split()),
                experiment.crossover(),
                experiment.primaries(),
                harm.rules(),
                harm.withDefaults(),
                experiment.alpha(),
                experiment.power(),
                covariate.covariate(join, filters.filter(), filters),
                experiment.plannedUsers(),
                ConfigurationHash.of(
                        options, join.filter().excludedUsers(), join.read().map()));
    }

    @Override
    List<String> withoutEffect() {
        return experiment.withoutEffect().stream().toList();
    }

    @Override
    void begin(OutputPaths paths) {
        Path file = experiment.decision();
        paths.take("--decision", file);
        decisionFile = file == null ? null : AtomicFile.create(file, false);
    }

    @Override
    void written(Report report) {
        AtomicFile file = decisionFile;
        Decision decision = decision(report);
        if (file == null || decision == null) {
            return;
        }
        try {
            JsonReport.write(decision, file.out());
            file.commit();
        } catch (IOException failed) {
            throw AtomicFile.failure(file.target(), failed);
        }
    }

    @Override
    void end() {
        if (decisionFile != null) {
            decisionFile.close();
        }
    }

    @Override
    int outcome(Report report) {
        ExperimentSection section = report.experiment();
        if (section != null
                && section.prePeriod() != null
                && !section.prePeriod().note().isEmpty()) {
            complain("warning: " + section.prePeriod().note());
        }
        if (section != null) {
            section.remarks().forEach(remark -> complain("warning: " + remark));
        }
        Decision decision = decision(report);
        if (decision == null || decision.decision().equals("ship")) {
            return ExitCode.OK;
        }
        boolean hold = decision.decision().equals("hold");
        decision.reasons().forEach(reason -> complain((hold ? "hold: " : "roll back: ") + reason));
        return hold ? ExitCode.HOLD : ExitCode.ROLL_BACK;
    }

    private static @Nullable Decision decision(Report report) {
        ExperimentSection section = report.experiment();
        return section == null ? null : section.decision();
    }
}
