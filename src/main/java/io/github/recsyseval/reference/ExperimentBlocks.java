package io.github.recsyseval.reference;

import io.github.recsyseval.view.page.Block;
import io.github.recsyseval.view.page.Page;
import io.github.recsyseval.view.page.Table;
import io.github.recsyseval.view.page.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The experiment on the page, a section for each part. */
final class ExperimentBlocks {
    private ExperimentBlocks() {}

    static List<Page.Section> sections(RunExperiment experiment) {
        List<Page.Section> sections = new ArrayList<>();
        RunExperiment.Outcome decision = experiment.decision();
        if (decision != null) {
            sections.add(new Page.Section("decision", "Decision", decision(decision)));
        }
        sections.add(new Page.Section(
                "experiment", "Experiment Metrics", List.of(variants(Map.of("", experiment.variants()), false))));
        sections.add(new Page.Section("guardrails", "Guardrails", List.of(guardrails(experiment.guardrails()))));
        if (experiment.significance() != null) {
            sections.add(
                    new Page.Section("significance", "Significance", List.of(significance(experiment.significance()))));
        }
        RunExperiment.Srm srm = experiment.srm();
        if (srm != null) {
            sections.add(new Page.Section("srm", "Sample Ratio", SplitBlocks.of(srm)));
        }
        RunExperiment.Cuped cuped = experiment.cuped();
        if (cuped != null) {
            sections.add(new Page.Section("cuped", "CUPED", List.of(cuped(cuped, experiment.variants()))));
        }
        RunExperiment.Power power = experiment.power();
        if (power != null) {
            sections.add(new Page.Section("power", "Power", List.of(power(power))));
        }
        sections.add(new Page.Section("segments", "Segments", List.of(variants(experiment.bySegment(), true))));
        return sections;
    }

    private static List<Block> decision(RunExperiment.Outcome decision) {
        List<Block> blocks = new ArrayList<>();
        blocks.add(new Block.Paragraph(Text.of("Decision: ").code(decision.decision())));
        blocks.add(new Block.Bullets(decision.reasons().stream().map(Text::of).toList()));
        if (!decision.whatWouldChange().isEmpty()) {
            blocks.add(new Block.Paragraph(Text.of("What would change it:")));
            blocks.add(new Block.Bullets(
                    decision.whatWouldChange().stream().map(Text::of).toList()));
        }
        return blocks;
    }

    private static Table variants(Map<String, List<RunExperiment.Variant>> segments, boolean named) {
        List<Table.Column> columns = new ArrayList<>();
        if (named) {
            columns.add(Table.text("Segment"));
        }
        columns.addAll(List.of(
                Table.text("Variant"),
                Table.number("Users"),
                Table.number("Exposures"),
                Table.number("CTR"),
                Table.number("CVR"),
                Table.number("Revenue/Req")));
        Table.Rows rows = Table.of(named ? "Segments" : "Variants", columns.toArray(Table.Column[]::new));
        segments.forEach((segment, variants) -> variants.forEach(variant -> {
            List<Text> cells = new ArrayList<>();
            if (named) {
                cells.add(Text.of(segment));
            }
            cells.addAll(List.of(
                    Text.of(variant.variant()),
                    Text.of(Long.toString(variant.users())),
                    Text.of(Long.toString(variant.exposures())),
                    four(variant.ctr()),
                    four(variant.conversionRate()),
                    four(variant.revenuePerRequest())));
            rows.row(cells);
        }));
        return rows.stacked();
    }

    private static Table guardrails(RunExperiment.Guardrails guardrails) {
        Table.Rows rows = Table.of(
                "Guardrails",
                Table.text("Variant"),
                Table.number("Latency p95 (ms)"),
                Table.number("Error Rate"),
                Table.number("Empty Rate"),
                Table.text("Pass"));
        guardrails.perVariant().forEach(row -> {
            boolean pass = row.passLatency() && row.passErrorRate() && row.passEmptyRate();
            rows.row(
                    Text.of(row.variant()),
                    number("%.2f", row.latencyP95Ms()),
                    four(row.errorRate()),
                    four(row.emptyRate()),
                    pass ? Text.good("true") : Text.bad("false"));
        });
        return rows.stacked();
    }

    private static Table significance(List<RunExperiment.Significance> tests) {
        Table.Rows rows = Table.of(
                "Significance",
                Table.text("Metric"),
                Table.text("Variant"),
                Table.text("Segment"),
                Table.number("p"),
                Table.number("Adjusted p"),
                Table.text("Correction"),
                Table.text("Significant"));
        tests.forEach(test -> rows.row(
                Text.ofCode(test.metric()),
                Text.of(test.variant()),
                Text.of(test.segment() == null ? "" : test.segment()),
                test.pValue() == null ? Text.of(String.valueOf(test.reason())) : number("%.4g", test.pValue()),
                number("%.4g", test.adjustedPValue()),
                Text.of(test.correction()),
                Text.of(Boolean.toString(test.significant()))));
        return rows.stacked();
    }

    private static Block cuped(RunExperiment.Cuped cuped, List<RunExperiment.Variant> variants) {
        List<Text> facts = new ArrayList<>();
        facts.add(Text.of("Covariate: ").code(cuped.covariateKey()).plain(", of the first exposure of each user"));
        facts.add(Text.of("Known of users: ").plain(words("%.4f", cuped.coverageRate())));
        facts.add(Text.of("Theta of CTR and CVR: " + words("%.6g", cuped.thetaCtr()) + ", "
                + words("%.6g", cuped.thetaConversionRate())));
        variants.forEach(variant -> facts.add(Text.of("Adjusted CTR and CVR of " + variant.variant() + ": "
                + words("%.6f", variant.ctrAdjusted()) + ", "
                + words("%.6f", variant.conversionRateAdjusted()))));
        return new Block.Bullets(facts);
    }

    private static Block power(RunExperiment.Power power) {
        List<Text> facts = new ArrayList<>();
        facts.add(Text.of("Metric: ").code(power.metric()));
        facts.add(Text.of(String.format(
                Locale.ROOT,
                "From %s by %s with power %s at alpha %s: %d in each variant",
                power.baselineRate(),
                power.mde(),
                power.power(),
                power.alpha(),
                power.sampleSizePerVariant())));
        if (power.estimatedDays() != null) {
            facts.add(Text.of(String.format(Locale.ROOT, "Estimated days: %.4f", power.estimatedDays())));
        }
        return new Block.Bullets(facts);
    }

    private static Text four(double value) {
        return number("%.4f", value);
    }

    static Text number(String format, @Nullable Double value) {
        return Text.of(words(format, value));
    }

    private static String words(String format, @Nullable Double value) {
        return value == null ? "-" : String.format(Locale.ROOT, format, value);
    }
}
