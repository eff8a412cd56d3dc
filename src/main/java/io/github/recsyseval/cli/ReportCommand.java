package io.github.recsyseval.cli;

import io.github.recsyseval.evaluation.EvaluationPlan.Section;
import io.github.recsyseval.evaluation.GuardrailLimits;
import io.github.recsyseval.evaluation.OfflinePlan;
import io.github.recsyseval.metric.MetricCatalog;
import io.github.recsyseval.metric.MetricGroup;
import io.github.recsyseval.metric.RankingGroup;
import io.github.recsyseval.metric.Relevance;
import io.github.recsyseval.metric.kpi.OwnKpi;
import io.github.recsyseval.metric.kpi.RequestRates;
import io.github.recsyseval.metric.ranking.Convention;
import io.github.recsyseval.metric.ranking.RankingMetric;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code recsys-eval report}: data quality, KPIs, guardrails. */
@Command(
        name = "report",
        description = {
            "Data quality, KPIs and guardrails on one page.",
            "",
            "  recsys-eval report --exposures testdata/clean/exposures.jsonl \\",
            "    --outcomes testdata/clean/outcomes.jsonl",
            "",
            "  # By surface, as a page for people and a file for programs",
            "  recsys-eval report --exposures testdata/clean/exposures.jsonl \\",
            "    --outcomes testdata/clean/outcomes.jsonl --slice surface \\",
            "    --output report.html --output report.json"
        },
        sortOptions = false,
        customSynopsis = "recsys-eval report --exposures PATH --outcomes PATH [OPTION]...",
        descriptionHeading = "%n",
        mixinStandardHelpOptions = true,
        footerHeading = "%n",
        footer = {
            "Exit codes: 0 good, 5 a limit failed, 64 usage, 66 input unusable, 74 output",
            "failed. Documentation: docs/metrics.md (metrics), docs/report.md (fields)."
        })
final class ReportCommand extends EvaluationCommand {
    @Option(
            names = "--render",
            paramLabel = "FILE",
            description = "Show an earlier JSON report in another format. Reads no logs and checks no limits.")
    private @Nullable Path render;

    @ArgGroup(validate = false, exclusive = false, heading = "%nKPIs:%n", order = 2)
    private KpiOptions kpis = new KpiOptions();

    @ArgGroup(validate = false, exclusive = false, heading = "%nGuardrails:%n", order = 15)
    private GuardrailOptions guardrails = new GuardrailOptions();

    private static final List<RankingMetric> RANKING = MetricCatalog.ranking("ndcg@10,hitrate@10", Convention.DEFAULT);

    @Override
    @Nullable Path existingReport() {
        return render;
    }

    @Override
    GuardrailLimits guardrailLimits() {
        return guardrails.limits(definitions());
    }

    @Override
    List<String> withoutEffect() {
        return guardrails.withoutEffect().stream().toList();
    }

    @Override
    String name() {
        return "report";
    }

    @Override
    Set<Section> sections() {
        return EnumSet.allOf(Section.class);
    }

    @Override
    List<OwnKpi> kpis() {
        return kpis.kpis();
    }

    @Override
    OfflinePlan offline() {
        return OfflinePlan.of(RANKING, Convention.DEFAULT, Relevance.DEFAULT);
    }

    @Override
    List<MetricGroup> metrics() {
        return List.of(
                RequestRates.group(List.of(RequestRates.values())),
                RankingGroup.of(RANKING, Relevance.DEFAULT),
                OwnKpi.group(kpis()));
    }
}
