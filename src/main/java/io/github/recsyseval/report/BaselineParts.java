package io.github.recsyseval.report;

import io.github.recsyseval.report.BaselineReport.Coverage;
import io.github.recsyseval.report.BaselineReport.Section;
import io.github.recsyseval.report.BaselineReport.Slots;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Takes from the tree of a report what comparisons need, leniently: a part that is missing or not of its type is an empty one, so this
 * never fails. {@link BaselineFile} refuses before what would be misunderstood.
 */
final class BaselineParts {
    /** The sections with metrics. */
    static final List<String> SECTIONS = List.of("kpis", "guardrails", BaselineReport.RANKING, "data_quality");

    private BaselineParts() {}

    /** @param source what the report is called in messages */
    static BaselineReport of(String source, JsonNode report) {
        JsonNode summary = report.path("summary");
        JsonNode attribution = report.path("data_quality").path("attribution");
        JsonNode offline = report.path(BaselineReport.RANKING);
        return new BaselineReport(
                source,
                report.path("command").asString(""),
                coverage(summary),
                summary.path("trusted").asBoolean(false),
                texts(summary.path("untrusted_because")),
                offline.path("convention").asString(""),
                offline.path("relevance").asString(""),
                breakdowns(report.path("slices")),
                tooManyValues(report.path("slices")),
                attribution.path("window").asString(""),
                attribution.path("dedupe").asString(""),
                options(report.path("provenance").path("options")),
                sections(report),
                slots(report.path("kpis").path("ctr_by_rank")),
                lists(report.path("lists")),
                seen(report.path("slices")),
                logged(report.path("guardrails"), summary),
                toCome(attribution),
                ownKpis(report.path("kpis").path("own")),
                run(report.path("run")));
    }

    private static List<String> breakdowns(JsonNode slices) {
        List<String> breakdowns = new ArrayList<>();
        slices.forEach(slice -> breakdowns.add(keys(slice)));
        return breakdowns;
    }

    /** The breakdowns that had too many slices to show every one. */
    private static Set<String> tooManyValues(JsonNode slices) {
        Set<String> tooMany = new TreeSet<>();
        for (JsonNode slice : slices) {
            if (!slice.path("status").asString("ok").equals("ok")
                    || slice.path("rest").isObject()) {
                tooMany.add(keys(slice));
            }
        }
        return tooMany;
    }

    private static String keys(JsonNode slice) {
        return String.join(",", texts(slice.path("keys")));
    }

    private static Map<String, Section> sections(JsonNode report) {
        Map<String, Section> sections = new LinkedHashMap<>();
        for (String name : SECTIONS) {
            JsonNode section = report.path(name);
            if (section.path("metrics").isArray()) {
                sections.put(name, section(section));
            }
        }
        return sections;
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

    private static SortedMap<String, Double> toCome(JsonNode attribution) {
        SortedMap<String, Double> shares = new TreeMap<>();
        for (JsonNode row : attribution.path("to_come")) {
            shares.put(row.path("event_type").asString(""), row.path("share").asDouble(0));
        }
        return shares;
    }

    private static Map<String, List<String>> ownKpis(JsonNode definitions) {
        Map<String, List<String>> events = new LinkedHashMap<>();
        for (JsonNode kpi : definitions) {
            events.put(kpi.path("name").asString(""), texts(kpi.path("events")));
        }
        return events;
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
