package io.github.recsyseval.cli;

import io.github.recsyseval.evaluation.EvaluationPlan.Section;
import io.github.recsyseval.metric.MetricGroup;
import io.github.recsyseval.metric.RankingGroup;
import io.github.recsyseval.metric.kpi.RequestRates;
import io.github.recsyseval.metric.ranking.Convention;
import io.github.recsyseval.metric.ranking.RankingMetric;
import io.github.recsyseval.report.Report;
import java.util.List;
import java.util.Set;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code recsys-eval offline}: ranking metrics. */
@Command(
        name = "offline",
        description = "Ranking metrics of the logged lists.",
        sortOptions = false,
        mixinStandardHelpOptions = true,
        footerHeading = "%nExamples:%n",
        footer = {
            "  recsys-eval offline --exposures testdata/clean/exposures.jsonl \\",
            "    --outcomes testdata/clean/outcomes.jsonl --metrics ndcg@10,map@5",
            "  recsys-eval offline --exposures testdata/clean/exposures.jsonl \\",
            "    --outcomes testdata/clean/outcomes.jsonl --convention trec --slice surface"
        })
final class OfflineCommand extends EvaluationCommand {
    @Mixin
    private RankingOptions ranking = new RankingOptions();

    @Mixin
    private OutputOptions output = new OutputOptions();

    @Override
    String name() {
        return "offline";
    }

    @Override
    Set<Section> sections() {
        return Set.of(Section.OFFLINE);
    }

    @Override
    List<MetricGroup> metrics() {
        return List.of(
                RequestRates.group(List.of(RequestRates.EXPOSURE_JOIN_RATE)),
                RankingGroup.of(ranking.metrics(), relevance()));
    }

    @Override
    List<RankingMetric> ranking() {
        return ranking.metrics();
    }

    @Override
    Convention convention() {
        return ranking.convention();
    }

    @Override
    void check() {
        output.check();
        ranking.metrics();
    }

    @Override
    void write(Report report, Terminal terminal) {
        output.write(report, terminal);
    }
}
