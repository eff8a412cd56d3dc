package io.github.recsyseval.cli;

import io.github.recsyseval.evaluation.EvaluationPlan.Section;
import io.github.recsyseval.metric.MetricGroup;
import io.github.recsyseval.metric.kpi.RequestRates;
import io.github.recsyseval.metric.ranking.RankingMetric;
import io.github.recsyseval.report.Report;
import java.util.List;
import java.util.Set;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code recsys-eval join}: what belongs to what, and what does not. */
@Command(
        name = "join",
        description = "What belongs to what, what does not: join rates, duplicates, outcome classes.",
        sortOptions = false,
        mixinStandardHelpOptions = true,
        footerHeading = "%nExamples:%n",
        footer = {
            "  recsys-eval join --exposures testdata/faults/exposures.jsonl \\",
            "    --outcomes testdata/faults/outcomes.jsonl --slice surface --max-invalid-rate 0.1",
            "  recsys-eval join --exposures testdata/clean/exposures.jsonl \\",
            "    --outcomes testdata/clean/outcomes.jsonl --output joined.jsonl"
        })
final class JoinCommand extends EvaluationCommand {
    @Mixin
    private OutputOptions output = new OutputOptions(true);

    @Mixin
    private JoinedOptions records = new JoinedOptions();

    @Override
    String name() {
        return "join";
    }

    @Override
    Set<Section> sections() {
        return Set.of();
    }

    @Override
    List<MetricGroup> metrics() {
        return List.of(RequestRates.group(List.of(RequestRates.EXPOSURE_JOIN_RATE)));
    }

    @Override
    List<RankingMetric> ranking() {
        return List.of();
    }

    @Override
    void check() {
        output.check();
        records.layout();
    }

    @Override
    RecordFiles recordFiles() {
        return records.begin(output.joined());
    }

    @Override
    void write(Report report, Terminal terminal) {
        output.write(report, terminal);
    }
}
