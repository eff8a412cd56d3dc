package io.github.recsyseval.cli;

import io.github.recsyseval.evaluation.CataloguePlan;
import io.github.recsyseval.evaluation.Definitions;
import io.github.recsyseval.evaluation.EvaluationPlan.Section;
import io.github.recsyseval.evaluation.GatedMetric;
import io.github.recsyseval.evaluation.OfflinePlan;
import io.github.recsyseval.evaluation.PairedPlan;
import io.github.recsyseval.metric.CatalogueCounts;
import io.github.recsyseval.metric.MetricGroup;
import io.github.recsyseval.metric.MetricSelection;
import io.github.recsyseval.metric.RankingGroup;
import io.github.recsyseval.metric.Relevance;
import io.github.recsyseval.metric.ScoreBook;
import io.github.recsyseval.metric.catalogue.Catalogue;
import io.github.recsyseval.metric.catalogue.CatalogueMetric;
import io.github.recsyseval.metric.kpi.RequestRates;
import io.github.recsyseval.report.Report;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code recsys-eval offline}: ranking metrics, compared and gated. */
@Command(
        name = "offline",
        description = {
            "Ranking metrics of the logged lists, with regression gates.",
            "",
            "  recsys-eval offline --exposures testdata/clean/exposures.jsonl \\",
            "    --outcomes testdata/clean/outcomes.jsonl --metrics ndcg@10,map@5 \\",
            "    --output json=/tmp/before.json",
            "",
            "  # Exit code 4 if NDCG falls below a floor, overall or on one surface",
            "  recsys-eval offline --exposures testdata/clean/exposures.jsonl \\",
            "    --outcomes testdata/clean/outcomes.jsonl --metrics ndcg@10,map@5 \\",
            "    --slice surface --gate \"ndcg@10: min=0.1\" \\",
            "    --gate \"ndcg@10[surface=home]: min=0.1, mode=ci\""
        },
        sortOptions = false,
        customSynopsis = "recsys-eval offline --exposures PATH --outcomes PATH [OPTION]...",
        descriptionHeading = "%n",
        mixinStandardHelpOptions = true,
        footerHeading = "%n",
        footer = {
            "Exit codes: 0 good, 4 a gate failed, 5 a limit failed, 64 usage, 66 input",
            "unusable, 74 output failed. Documentation: docs/metrics.md."
        })
final class OfflineCommand extends EvaluationCommand {
    @ArgGroup(validate = false, exclusive = false, heading = "%nRanking:%n", order = 2)
    private RankingOptions ranking = new RankingOptions();

    @ArgGroup(validate = false, exclusive = false, heading = "%nItems:%n", order = 3)
    private CatalogueOptions items = new CatalogueOptions();

    @ArgGroup(validate = false, exclusive = false, heading = "%nBaseline:%n", order = 4)
    private BaselineOptions baseline = new BaselineOptions();

    @ArgGroup(validate = false, exclusive = false, heading = "%nGates:%n", order = 5)
    private GateOptions gates = new GateOptions();

    @Option(
            names = "--history",
            paramLabel = "DIR",
            description = "Also keep the JSON report in this folder, under a name of its own.")
    private @Nullable Path history;

    private OfflinePlan plan = OfflinePlan.NONE;
    private List<MetricGroup> groups = List.of();

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
        return groups;
    }

    @Override
    OfflinePlan offline() {
        return plan;
    }

    @Override
    List<String> withoutEffect() {
        List<String> sentences = new ArrayList<>();
        if (plan.catalogue() == null) {
            items.given()
                    .forEach(option -> sentences.add(option + " has no effect: --metrics has none of all lists"
                            + " together, such as coverage@10 or novelty@10"));
        }
        if (ranking.hasIdleSeed()) {
            sentences.add("--seed has no effect without --bootstrap");
        }
        return sentences;
    }

    @Override
    void check() {
        HistoryFolder.check("--history", history);
        MetricSelection selection = ranking.metrics();
        Relevance relevance = ranking.relevance();
        CataloguePlan catalogue = catalogue(selection, relevance);
        MetricGroup lists = RankingGroup.of(selection.ranking(), relevance);
        PairedPlan paired = baseline.hasExposures()
                ? baseline.exposures(() -> scores(lists), inputs().outcomes(), catalogue(selection, relevance))
                : null;
        Definitions definitions =
                definitions().withRanking(OfflinePlan.of(selection.ranking(), ranking.convention(), relevance));
        List<GatedMetric> metrics = metrics(selection, catalogue);
        plan = new OfflinePlan(
                selection.ranking(),
                ranking.convention(),
                relevance,
                catalogue,
                ranking.bootstrap(),
                baseline.report(
                        definitions, metrics.stream().map(GatedMetric::name).toList(), breakdowns()),
                paired,
                gates.gates(metrics, breakdowns()),
                gates.allowUntrusted());
        groups = new ArrayList<>();
        groups.add(RequestRates.group(List.of(RequestRates.EXPOSURE_JOIN_RATE)));
        groups.add(paired == null ? lists : paired.book().recorded());
        if (catalogue != null) {
            groups.add(catalogue.counts().group());
        }
    }

    /** Half of the third part of the memory: there are two such books. */
    private ScoreBook scores(MetricGroup lists) {
        return new ScoreBook(lists, breakdowns().size(), memory().budget().part(6), threads());
    }

    private @Nullable CataloguePlan catalogue(MetricSelection selection, Relevance relevance) {
        List<CatalogueMetric> metrics = selection.catalogue();
        if (metrics.isEmpty()) {
            return null;
        }
        CatalogueCounts counts = new CatalogueCounts(
                metrics.stream().map(CatalogueMetric::cutoff).toList(),
                breakdowns().size(),
                relevance);
        return new CataloguePlan(metrics, items.catalogue(), items.popularity(), counts);
    }

    /** All metrics in the report. */
    private static List<GatedMetric> metrics(MetricSelection selection, @Nullable CataloguePlan catalogue) {
        List<GatedMetric> metrics = new ArrayList<>();
        selection.ranking().forEach(metric -> metrics.add(new GatedMetric(metric.name(), true, true)));
        if (catalogue != null) {
            Catalogue of = catalogue.catalogue();
            selection
                    .catalogue()
                    .forEach(metric ->
                            metrics.add(new GatedMetric(metric.name(of), metric.higherIsBetter(), metric.isShare())));
        }
        return metrics;
    }

    @Override
    void written(Report report) {
        if (history != null) {
            HistoryFolder.append(history, report);
        }
    }
}
