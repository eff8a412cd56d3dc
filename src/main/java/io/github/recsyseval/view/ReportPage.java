package io.github.recsyseval.view;

import io.github.recsyseval.report.ExperimentSection;
import io.github.recsyseval.report.Report;
import io.github.recsyseval.view.page.Block;
import io.github.recsyseval.view.page.Page;
import io.github.recsyseval.view.page.Text;
import java.util.ArrayList;
import java.util.List;

/** Lays a report out: verdicts, figures, slices, days, then the books, then definitions and where it all comes from. */
public final class ReportPage {
    private final Report report;
    private final List<Page.Section> sections = new ArrayList<>();

    private ReportPage(Report report) {
        this.report = report;
    }

    public static Page of(Report report) {
        return new ReportPage(report).page();
    }

    private Page page() {
        FigureBlocks figures = new FigureBlocks(report.limits());
        boolean isJoin = report.command().equals("join");
        boolean trusted = report.summary().trusted();
        if (!trusted) {
            section("findings", "Why", FindingBlocks.of(report.dataQuality()));
        }
        if (isJoin) {
            books(figures);
        }
        ExperimentSection experiment = report.experiment();
        if (experiment != null) {
            experiment(experiment);
        }
        if (report.aaCheck() != null) {
            section("aa-check", "False positives", AaBlocks.of(report.aaCheck()));
        }
        section("gates", "Gates", GateBlocks.of(report.gates(), report.summary().untrustedBecause()));
        if (report.kpis() != null) {
            section("kpis", "KPIs", KpiBlocks.of(report.kpis(), Declared.unit(report.summary()), figures));
        }
        if (report.guardrails() != null) {
            section(
                    "guardrails",
                    "Guardrails",
                    GuardrailBlocks.of(report.guardrails(), Declared.unit(report.summary()), figures));
        }
        if (report.offline() != null) {
            section("ranking", "Ranking", RankingBlocks.of(report.offline(), figures));
            section("baseline", "Against the baseline", BaselineBlocks.of(report.offline()));
        }
        if (report.kpis() != null) {
            section("ranks", "Position bias", RankBlocks.of(report.kpis()));
        }
        if (report.kpis() != null) {
            section("lists", "Lists", ListBlocks.of(report.lists()));
        }
        section("slices", "Slices", CutBlocks.slices(report));
        section("days", "Days (" + report.summary().timeZone() + ")", CutBlocks.days(report));
        section("variants", "Variants", CutBlocks.variants(report));
        if (trusted) {
            section("findings", "Worth a look", FindingBlocks.of(report.dataQuality()));
        }
        if (!isJoin) {
            books(figures);
        }
        section("definitions", "Definitions", DefinitionBlocks.of(report));
        section("provenance", "Provenance", ProvenanceBlocks.of(report));
        List<Text> remarks = report.warnings().stream().map(Text::of).toList();
        return new Page(title(), Verdicts.of(report), remarks, List.copyOf(sections));
    }

    /** What a join is asked for; elsewhere, what the figures rest on. */
    private void books(FigureBlocks figures) {
        section("data-quality", "Data quality", DataQualityBlocks.of(report, figures));
    }

    private void experiment(ExperimentSection experiment) {
        section("decision", "Decision", DecisionBlocks.of(experiment.decision()));
        section("effects", "Effects", EffectBlocks.of(experiment));
        section("harm", "Guardrails", HarmBlocks.of(experiment));
        section("arms", "Arms", ArmBlocks.of(experiment));
        section("power", "Power", PowerBlocks.of(experiment));
        section("covariates", "Adjustment", CovariateBlocks.of(experiment));
        section("explore", "Effects by slice", ExploreBlocks.of(experiment));
    }

    private String title() {
        return switch (report.command()) {
            case "join" -> "Join report";
            case "offline" -> "Offline evaluation";
            case "experiment" -> "Experiment report";
            case "aa-check" -> "A/A check";
            default -> "Recommendation report";
        };
    }

    private void section(String id, String title, List<? extends Block> blocks) {
        if (!blocks.isEmpty()) {
            sections.add(new Page.Section(id, title, List.copyOf(blocks)));
        }
    }
}
