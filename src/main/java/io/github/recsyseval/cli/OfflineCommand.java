package io.github.recsyseval.cli;

import io.github.recsyseval.evaluation.EvaluationPlan.Section;
import io.github.recsyseval.metric.MetricGroup;
import io.github.recsyseval.metric.RankingGroup;
import io.github.recsyseval.metric.kpi.RequestRates;
import io.github.recsyseval.metric.ranking.Convention;
import io.github.recsyseval.metric.ranking.RankingMetric;
import java.util.List;
import java.util.Set;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;

/** {@code recsys-eval offline}: ranking metrics. */
@Command(
        name = "offline",
        description = {
            "Ranking metrics of the logged lists.",
            "",
            "  recsys-eval offline --exposures testdata/clean/exposures.jsonl \\",
            "    --outcomes testdata/clean/outcomes.jsonl --metrics ndcg@10,map@5",
            "  recsys-eval offline --exposures testdata/clean/exposures.jsonl \\",
            "    --outcomes testdata/clean/outcomes.jsonl --convention trec --slice surface"
        },
        sortOptions = false,
        customSynopsis = "recsys-eval offline --exposures PATH --outcomes PATH [OPTION]...",
        descriptionHeading = "%n",
        mixinStandardHelpOptions = true,
        footerHeading = "%n",
        footer = "Exit codes: 0 good, 5 a limit failed, 64 usage, 66 input unusable, 74 output failed.")
final class OfflineCommand extends EvaluationCommand {
    @ArgGroup(validate = false, heading = "%nRanking:%n")
    private RankingOptions ranking = new RankingOptions();

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
        ranking.metrics();
    }
}
