package io.github.recsyseval.report;

import io.github.recsyseval.report.BaselineReport.Coverage;
import io.github.recsyseval.report.BaselineReport.Section;
import io.github.recsyseval.report.BaselineReport.Slots;
import io.github.recsyseval.text.Hidden;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads what comparisons need from a JSON report of any release, leniently: fields are only added within report.v1, so what is missing
 * was not written yet, and what is unknown is newer than this release. {@link ReportFile} reads strictly.
 */
public final class BaselineFile {
    private static final JsonMapper MAPPER = JsonMapper.shared();
    private static final Pattern VERSION = Pattern.compile("report\\.v([0-9]{1,6})");
    private static final List<String> SECTIONS = List.of("kpis", "guardrails", BaselineReport.RANKING, "data_quality");

    private BaselineFile() {}

    /**
     * Reads a JSON report.
     *
     * @throws UnreadableReportException if there is no report in the file that this release understands
     */
    public static BaselineReport read(Path file) {
        JsonNode report = tree(file);
        requireSchema(file, report.path("schema").asString(""));
        JsonNode summary = required(file, report, "summary");
        JsonNode quality = required(file, report, "data_quality");
        if (!summary.path("cases_evaluated").isIntegralNumber()) {
            throw new UnreadableReportException(file + ": not a complete " + Report.SCHEMA
                    + " report: summary.cases_evaluated is missing or no number");
        }
        requireTypes(file, "/summary", summary);
        Map<String, Section> sections = new LinkedHashMap<>();
        for (String name : SECTIONS) {
            JsonNode section = report.path(name);
            requireTypes(file, "/" + name + "/metrics", section.path("metrics"));
            section.path("by_segment").forEach(rows -> requireTypes(file, "/" + name + "/by_segment/...", rows));
            if (section.path("metrics").isArray()) {
                sections.put(name, section(section));
            }
        }
        JsonNode offline = report.path(BaselineReport.RANKING);
        List<String> breakdowns = new ArrayList<>();
        Set<String> tooMany = new TreeSet<>();
        for (JsonNode slice : report.path("slices")) {
            String keys = String.join(",", texts(slice.path("keys")));
            breakdowns.add(keys);
            if (!slice.path("status").asString("ok").equals("ok")
                    || slice.path("rest").isObject()) {
                tooMany.add(keys);
            }
        }
        return new BaselineReport(
                file.toString(),
                report.path("command").asString(""),
                coverage(summary),
                summary.path("trusted").asBoolean(false),
                texts(summary.path("untrusted_because")),
                offline.path("convention").asString(""),
                offline.path("relevance").asString(""),
                breakdowns,
                tooMany,
                quality.path("attribution").path("window").asString(""),
                quality.path("attribution").path("dedupe").asString(""),
                options(report.path("provenance").path("options")),
                sections,
                slots(report.path("kpis").path("ctr_by_rank")),
                lists(report.path("lists")),
                seen(report.path("slices")),
                logged(report.path("guardrails"), summary),
                run(report.path("run")));
    }

    /** {@link #read}, for a comparison of ranking metrics. */
    public static BaselineReport readRanking(Path file) {
        BaselineReport report = read(file);
        if (!report.sections().containsKey(BaselineReport.RANKING)) {
            throw new UnreadableReportException(
                    file + ": this report has no ranking metrics; make one with recsys-eval offline");
        }
        return report;
    }

    private static JsonNode tree(Path file) {
        try {
            return MAPPER.readTree(Files.readAllBytes(file));
        } catch (NoSuchFileException absent) {
            throw new UnreadableReportException(file + ": no such file", absent);
        } catch (IOException failed) {
            throw new UnreadableReportException(file + ": cannot be read", failed);
        } catch (JacksonException malformed) {
            throw new UnreadableReportException(
                    file + ": not JSON; a report is what recsys-eval report or offline --format json wrote", malformed);
        }
    }

    private static void requireSchema(Path file, String schema) {
        if (schema.equals(Report.SCHEMA)) {
            return;
        }
        Matcher version = VERSION.matcher(schema);
        if (version.matches()) {
            String newer = version.group(1).equals("0") ? "an older" : "a newer";
            throw new UnreadableReportException(file + ": is of " + schema + ", which " + newer
                    + " recsys-eval wrote; this one reads " + Report.SCHEMA);
        }
        throw new UnreadableReportException(file + ": not a " + Report.SCHEMA
                + " report; a report is what recsys-eval report or offline --format json wrote"
                + (schema.isEmpty() ? "" : " (this is " + Hidden.shown(shortened(schema)) + ")"));
    }

    private static String shortened(String text) {
        return text.length() <= 40 ? text : text.substring(0, 40) + "...";
    }

    private static JsonNode required(Path file, JsonNode report, String field) {
        JsonNode node = report.path(field);
        if (!node.isObject()) {
            throw new UnreadableReportException(
                    file + ": not a complete " + Report.SCHEMA + " report: " + field + " is missing or no object");
        }
        return node;
    }

    private static void requireTypes(Path file, String pointer, JsonNode node) {
        FieldTypes.mistake(pointer, node).ifPresent(mistake -> {
            throw new UnreadableReportException(file + ": not a valid " + Report.SCHEMA + " report: " + mistake);
        });
    }

    private static Coverage coverage(JsonNode summary) {
        return new Coverage(
                summary.path("cases_evaluated").asLong(),
                summary.path("users").asLong(0),
                text(summary.path("first_exposure")),
                text(summary.path("last_exposure")),
                summary.path("time_zone").asString("UTC"),
                texts(summary.path("filters")));
    }

    private static SortedMap<String, String> options(JsonNode recorded) {
        SortedMap<String, String> options = new TreeMap<>();
        recorded.properties()
                .forEach(
                        option -> options.put(option.getKey(), option.getValue().asString("")));
        return options;
    }

    private static Section section(JsonNode section) {
        Map<String, Map<String, MetricRow>> bySegment = new LinkedHashMap<>();
        section.path("by_segment")
                .properties()
                .forEach(slice -> bySegment.put(slice.getKey(), figures(slice.getValue())));
        return new Section(figures(section.path("metrics")), bySegment);
    }

    private static Map<String, MetricRow> figures(JsonNode rows) {
        Map<String, MetricRow> figures = new LinkedHashMap<>();
        for (JsonNode row : rows) {
            String name = row.path("name").asString("");
            JsonNode users = row.path("users");
            figures.put(
                    name,
                    new MetricRow(
                            name,
                            row.path("unit").asString(""),
                            number(row.path("value")),
                            row.path("n").asLong(0),
                            users.isIntegralNumber() ? (Long) users.asLong() : null,
                            number(row.path("numerator")),
                            interval(row.path("interval")),
                            text(row.path("reason")),
                            row.path("trusted").asBoolean(true),
                            text(row.path("definition")),
                            text(row.path("better")),
                            number(row.path("standard_error")),
                            null,
                            text(row.path("value_unit")),
                            text(row.path("measured_at"))));
        }
        return figures;
    }

    private static Slots slots(JsonNode ranks) {
        long shown = 0;
        long clicks = 0;
        for (JsonNode rank : ranks) {
            shown += rank.path("n").asLong(0);
            clicks += rank.path("clicks").asLong(0);
        }
        return shown == 0 ? Slots.NONE : new Slots(shown, clicks);
    }

    private static @Nullable ListSection lists(JsonNode lists) {
        JsonNode items = lists.path("items");
        if (!items.isObject() || !lists.path("lengths").isArray()) {
            return null;
        }
        List<ListSection.LengthRow> lengths = new ArrayList<>();
        for (JsonNode length : lists.path("lengths")) {
            lengths.add(new ListSection.LengthRow(
                    length.path("items").asString(""),
                    length.path("n").asLong(0),
                    length.path("share").asDouble(0)));
        }
        return new ListSection(
                lists.path("trusted").asBoolean(false),
                lengths,
                new ListSection.ItemSample(
                        items.path("distinct").asLong(0),
                        items.path("exact").asBoolean(false),
                        items.path("relative_error").asDouble(0),
                        items.path("hash").asString(""),
                        items.path("size").asInt(0),
                        items.path("sample").asString("")));
    }

    private static SortedMap<String, Double> logged(JsonNode guardrails, JsonNode summary) {
        SortedMap<String, Double> logged = new TreeMap<>();
        double exposures = summary.path("cases_evaluated").asDouble(0);
        JsonNode errors = guardrails.path("error_logged").path("n");
        JsonNode latencies = guardrails.path("latency").path("n");
        if (exposures > 0 && errors.isNumber()) {
            logged.put("error", errors.asDouble() / exposures);
        }
        if (exposures > 0 && latencies.isNumber()) {
            logged.put("latency_ms", latencies.asDouble() / exposures);
        }
        return logged;
    }

    private static Map<String, SeenRow> seen(JsonNode slices) {
        Map<String, SeenRow> seen = new LinkedHashMap<>();
        for (JsonNode slice : slices) {
            slice.path("seen")
                    .properties()
                    .forEach(row -> seen.put(
                            row.getKey(),
                            new SeenRow(
                                    row.getValue().path("exposures").asLong(0),
                                    row.getValue().path("first_seen").asString(""),
                                    row.getValue().path("last_seen").asString(""))));
        }
        return seen;
    }

    private static RunInfo run(JsonNode run) {
        return new RunInfo(
                run.path("created_at").asString(""),
                run.path("version").asString(""),
                run.path("git_commit").asString(""),
                run.path("threads").asInt(0),
                run.path("seconds").asDouble(0));
    }

    private static @Nullable IntervalRow interval(JsonNode interval) {
        return interval.isObject()
                ? new IntervalRow(
                        number(interval.path("lower")),
                        number(interval.path("upper")),
                        interval.path("level").asDouble(0.95),
                        interval.path("method").asString(""))
                : null;
    }

    private static List<String> texts(JsonNode array) {
        List<String> texts = new ArrayList<>();
        array.forEach(entry -> texts.add(entry.asString("")));
        return texts;
    }

    private static @Nullable String text(JsonNode node) {
        return node.isString() ? node.asString() : null;
    }

    private static @Nullable Double number(JsonNode node) {
        double value = node.isNumber() ? node.asDouble() : Double.NaN;
        return Double.isFinite(value) ? (Double) value : null;
    }
}
