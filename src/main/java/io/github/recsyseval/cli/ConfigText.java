package io.github.recsyseval.cli;

import io.github.recsyseval.event.Contract;
import io.github.recsyseval.proposal.LogHead;
import io.github.recsyseval.proposal.SliceProposal;
import io.github.recsyseval.proposal.Yaml;
import io.github.recsyseval.text.PathNotation;
import io.github.recsyseval.text.PrintableText;
import java.io.File;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import tools.jackson.databind.JsonNode;

/** The text of a proposed configuration: inputs, map, slices and limits, each with why it is so. */
final class ConfigText {
    /** What a proposed limit on invalid lines says that is above the least. */
    static final String TOLERANCE =
            "lines are invalid today, and the proposed limit tolerates as many; recsys-eval validate shows why";

    private static final double LATENCY_ROOM = 1.25;
    private static final double LEAST_INVALID_RATE = 0.001;

    private final List<String> input = new ArrayList<>(List.of("version: 1", "", "input:"));
    private List<String> map = List.of();
    private final List<String> notes = new ArrayList<>();
    private final List<String> slices = new ArrayList<>();
    private final List<String> limits = new ArrayList<>();
    private double maxInvalidRate;

    /** @param folder of the file, to which paths are relative */
    ConfigText(Map<Contract, List<String>> paths, Path folder) {
        paths.forEach((contract, given) -> {
            if (!given.isEmpty()) {
                List<String> words = given.stream()
                        .map(path -> Yaml.word(relative(path, folder)))
                        .toList();
                String value = words.size() == 1 ? words.get(0) : "[" + String.join(", ", words) + "]";
                input.add("  " + contract.plural() + ": " + value);
            }
        });
    }

    private static String relative(String given, Path folder) {
        if (PathNotation.HERE.isRooted(given)) {
            return given;
        }
        Path here = Path.of("").toAbsolutePath();
        if (!Objects.equals(here.getRoot(), folder.getRoot())) { // on another drive of Windows
            return here + File.separator + given;
        }
        try {
            return folder.relativize(here.resolve(given).normalize()).toString();
        } catch (InvalidPathException glob) { // on Windows, where a path has no asterisks
            String toHere = folder.relativize(here).toString();
            return toHere.isEmpty() ? given : toHere + File.separator + given;
        }
    }

    void map(List<String> lines) {
        map = lines;
    }

    boolean hasMap() {
        return !map.isEmpty();
    }

    /** Says how far the logs were looked at. */
    void heads(Map<Contract, LogHead> heads) {
        heads.forEach((contract, head) -> notes.add(String.format(
                Locale.ROOT,
                "# %s: %s%,d lines examined, %,d of them follow %s as they are.",
                contract.plural(),
                head.whole() ? "all " : "the first ",
                head.lines().size(),
                head.valid(null),
                contract.schema())));
    }

    void slices(SliceProposal proposal) {
        slices.add("");
        slices.add("# Keys that nearly every exposure has, with 2 to 20 values among the lines examined.");
        if (proposal.good().isEmpty()) {
            slices.add("# slices: [surface]");
        } else {
            slices.add("slices:");
            proposal.good().forEach(key -> slices.add("  - " + Yaml.word(key)));
        }
        proposal.others().forEach((key, why) -> slices.add("# not " + PrintableText.name(key) + ": " + why));
    }

    /** Limits at what the report says today, with room above. */
    void limits(JsonNode report) {
        long cases = report.at("/summary/cases_evaluated").asLong();
        limits.add("");
        limits.add(String.format(Locale.ROOT, "# Today's values of %,d exposures, and some room.", cases));
        limits.add("limits:");
        maxInvalidRate = Math.max(LEAST_INVALID_RATE, 1.5 * invalid(report));
        if (toleratesInvalid()) {
            limits.add("  # Warning: " + TOLERANCE + ". Lower it when this is fixed.");
        }
        limits.add("  max_invalid_rate: " + share(maxInvalidRate) + today(invalid(report)));
        JsonNode join = report.at("/data_quality/join_integrity/outcome_join_rate");
        if (join.isNumber()) {
            double missing = 1 - join.asDouble();
            limits.add("  min_outcome_join_rate: " + floor(1 - Math.max(0.01, 1.5 * missing)) + today(join.asDouble())
                    + (join.asDouble() < 0.95 ? "; a report is trusted from 0.95 on" : ""));
        }
        if (cases > 0) {
            guardrails(report);
        }
    }

    /** Whether the proposed limit on invalid lines is above the least, because so many are today. */
    boolean toleratesInvalid() {
        return maxInvalidRate > LEAST_INVALID_RATE;
    }

    private void guardrails(JsonNode report) {
        limits.add("");
        limits.add("report:");
        limits.add("  guardrails:");
        rate(report, "empty_rate");
        if (report.at("/guardrails/error_logged/n").asLong() > 0) {
            rate(report, "error_rate");
        }
        for (String latency : List.of("latency_p95_ms", "latency_p99_ms")) {
            JsonNode value = guardrail(report, latency);
            if (value.isNumber()) {
                limits.add("    max_" + latency + ": " + rounded(LATENCY_ROOM * value.asDouble(), RoundingMode.CEILING)
                        + today(value.asDouble()));
            }
        }
    }

    private void rate(JsonNode report, String name) {
        JsonNode value = guardrail(report, name);
        if (value.isNumber()) {
            limits.add("    max_" + name + ": " + share(Math.min(1, 1.5 * value.asDouble() + 0.005))
                    + today(value.asDouble()));
        }
    }

    private static JsonNode guardrail(JsonNode report, String name) {
        for (JsonNode metric : report.at("/guardrails/metrics").values()) {
            if (metric.path("name").asString("").equals(name)) {
                return metric.path("value");
            }
        }
        return report.path("no such guardrail");
    }

    /** The largest share of invalid lines of any input. */
    private static double invalid(JsonNode report) {
        double largest = 0;
        for (JsonNode input : report.at("/provenance/inputs").values()) {
            double invalid = input.path("invalid_records").asDouble();
            double records = invalid + input.path("valid_records").asDouble();
            largest = Math.max(largest, records == 0 ? 0 : invalid / records);
        }
        return largest;
    }

    private static String today(double value) {
        return "    # " + rounded(value, RoundingMode.HALF_EVEN) + " today";
    }

    private static String share(double value) {
        return rounded(Math.min(1, value), RoundingMode.CEILING);
    }

    private static String floor(double value) {
        return rounded(Math.max(0, value), RoundingMode.FLOOR);
    }

    /** Three digits are enough for a limit. */
    private static String rounded(double value, RoundingMode mode) {
        BigDecimal exact = new BigDecimal(Double.toString(value));
        return exact.round(new MathContext(3, mode)).stripTrailingZeros().toPlainString();
    }

    /** The file as far as it is decided. */
    String text() {
        List<String> lines = new ArrayList<>();
        lines.add(
                "# Proposed by recsys-eval init. Change what you know better, and check it with recsys-eval config check.");
        lines.addAll(notes);
        lines.addAll(input);
        if (hasMap()) {
            lines.add("");
            lines.add("# How log fields map to schema fields. Inferred from names and values, so please check.");
            lines.addAll(map);
        }
        lines.addAll(slices);
        lines.addAll(limits);
        return String.join("\n", lines) + "\n";
    }
}
