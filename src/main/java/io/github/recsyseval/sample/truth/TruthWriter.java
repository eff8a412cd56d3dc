package io.github.recsyseval.sample.truth;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Map;
import tools.jackson.core.util.DefaultIndenter;
import tools.jackson.core.util.DefaultPrettyPrinter;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The text of truth.json; the format is described in {@code docs/sample.md}. */
public final class TruthWriter {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private TruthWriter() {}

    public static String json(long requests, long seed, int days, Instant start, Truth truth) {
        ObjectNode root = JSON.createObjectNode();
        root.put("format", "sample-truth.v1");
        root.putObject("sample")
                .put("requests", requests)
                .put("seed", seed)
                .put("days", days)
                .put("start", start.toString());
        ObjectNode totals = root.putObject("totals");
        exposures(totals.putObject("exposures"), truth.exposures());
        outcomes(totals.putObject("outcomes"), truth.outcomes());
        assignments(totals.putObject("assignments"), truth.assignments());
        kpis(totals.putObject("kpis"), truth.kpis());
        truth.faults().forEach(fault -> planted(root.withArray("faults").addObject(), fault));
        root.withArray("faults");
        DefaultIndenter lines = new DefaultIndenter("  ", "\n");
        return JSON.writer()
                        .with(new DefaultPrettyPrinter()
                                .withObjectIndenter(lines)
                                .withArrayIndenter(lines))
                        .writeValueAsString(root)
                + "\n";
    }

    private static void exposures(ObjectNode node, Truth.Exposures exposures) {
        node.put("lines", exposures.lines())
                .put("blank_lines", exposures.blank())
                .put("invalid_lines", exposures.invalid())
                .put("valid", exposures.valid())
                .put("distinct", exposures.distinct())
                .put("duplicates_identical", exposures.identical())
                .put("duplicates_conflicting", exposures.conflicting())
                .put("completeness_missing", exposures.missing())
                .put("empty_lists", exposures.empty())
                .put("errors", exposures.errors())
                .put("empty_without_error", exposures.emptyNoError())
                .put("with_outcome", exposures.withOutcome());
    }

    private static void outcomes(ObjectNode node, Truth.Outcomes outcomes) {
        node.put("lines", outcomes.lines())
                .put("blank_lines", outcomes.blank())
                .put("invalid_lines", outcomes.invalid())
                .put("valid", outcomes.valid())
                .put("joined", outcomes.joined())
                .put("completeness_missing", outcomes.missing())
                .put("repeated", outcomes.repeated());
        counts(node.putObject("classes"), outcomes.classes());
        counts(node.putObject("unmatched_because"), outcomes.unmatched());
    }

    private static void assignments(ObjectNode node, Truth.Assignments assignments) {
        node.put("lines", assignments.lines())
                .put("blank_lines", assignments.blank())
                .put("invalid_lines", assignments.invalid())
                .put("valid", assignments.valid())
                .put("joined", assignments.joined());
    }

    private static void kpis(ObjectNode node, Truth.Kpis kpis) {
        node.put("clicks", kpis.clicks())
                .put("exposures_with_click", kpis.clickExposures())
                .put("conversions", kpis.conversions())
                .put("revenue", plain(kpis.revenue()));
    }

    private static void planted(ObjectNode node, Truth.Planted fault) {
        node.put("name", fault.name())
                .put("code", fault.code())
                .put("requested_rate", plain(fault.rate()))
                .put("rate_of", fault.rateOf())
                .put("count", fault.count())
                .put("of", fault.of())
                .put("share", plain(fault.share()))
                .put("counts", fault.counts())
                .put("out_of", fault.outOf());
        if (!fault.forms().isEmpty()) {
            counts(node.putObject("forms"), fault.forms());
        }
    }

    private static void counts(ObjectNode node, Map<String, Long> counts) {
        counts.forEach(node::put);
    }

    /** Without an exponent and without zeros at the end. */
    private static BigDecimal plain(BigDecimal number) {
        BigDecimal stripped = number.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }
}
