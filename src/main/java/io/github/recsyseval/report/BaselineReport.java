package io.github.recsyseval.report;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What a comparison needs of a report that was made before, by this release or an earlier one. Fields that a report lacks, because its
 * release did not write them, are absent here; fields that this release does not know are passed over.
 *
 * @param command the subcommand that made it
 * @param breakdowns the keys of each breakdown, joined by commas
 * @param tooManyValues the breakdowns among them that had too many slices to show every one
 * @param attributionWindow how long after its exposure an outcome counted, in words; empty where the report does not say; likewise dedupe
 * @param options the options that decided what was computed, by name, as the report recorded them
 * @param sections the figures of {@code kpis}, {@code guardrails}, {@code offline} and {@code data_quality}, as far as the report has them
 * @param lists what was shown; null where the report does not say
 * @param seen when slices were seen, by name; empty where the report does not say
 * @param logged the share of the exposures that have a field which may be absent, by its name: {@code error}, {@code latency_ms}
 * @param toCome which share of the outcomes of a type is not in its logs yet, by the type; empty where the report does not say
 * @param ownKpis which types of outcomes the user's own figures count, by their names
 * @param run when and by which build it was made
 */
public record BaselineReport(
        String source,
        String command,
        Coverage coverage,
        boolean trusted,
        List<String> untrustedBecause,
        String convention,
        String relevance,
        List<String> breakdowns,
        Set<String> tooManyValues,
        String attributionWindow,
        String dedupe,
        SortedMap<String, String> options,
        Map<String, Section> sections,
        Slots slots,
        @Nullable ListSection lists,
        Map<String, SeenRow> seen,
        SortedMap<String, Double> logged,
        SortedMap<String, Double> toCome,
        Map<String, List<String>> ownKpis,
        RunInfo run) {
    /** The section of ranking metrics. */
    public static final String RANKING = "offline";

    private static final Section NONE = new Section(Map.of(), Map.of());

    /**
     * Which exposures a report is about.
     *
     * @param first time of the first one, RFC 3339 in UTC; null where there is none
     */
    public record Coverage(
            long exposures,
            long users,
            @Nullable String first,
            @Nullable String last,
            String timeZone,
            List<String> filters) {}

    /**
     * The figures of a part of the report.
     *
     * @param metrics over all evaluated exposures, by name; their bootstrap intervals are not read, n is 0 where it is unknown
     * @param bySegment by slice, then by name
     */
    public record Section(Map<String, MetricRow> metrics, Map<String, Map<String, MetricRow>> bySegment) {}

    /** Shown slots and the clicks on them; none where the report does not count them. */
    public record Slots(long shown, long clicks) {
        public static final Slots NONE = new Slots(0, 0);
    }

    /** Ranking metrics of which no more than the values is known, as another tool reports them. */
    public static BaselineReport ofValues(String source, boolean trusted, Map<String, Double> values) {
        Map<String, MetricRow> figures = new LinkedHashMap<>();
        values.forEach((name, value) -> figures.put(name, MetricRow.ofValue(name, "", value)));
        return new BaselineReport(
                source,
                "",
                new Coverage(0, 0, null, null, "", List.of()),
                trusted,
                List.of(),
                "",
                "",
                List.of(),
                Set.of(),
                "",
                "",
                new TreeMap<>(),
                Map.of(RANKING, new Section(figures, Map.of())),
                Slots.NONE,
                null,
                Map.of(),
                new TreeMap<>(),
                new TreeMap<>(),
                Map.of(),
                new RunInfo("", "", "", 0, 0));
    }

    /** A part of the report; without any figure where the report does not have it. */
    public Section section(String name) {
        return sections.getOrDefault(name, NONE);
    }

    /** The ranking metrics. */
    public Section ranking() {
        return section(RANKING);
    }

    /** All metrics over all exposures, by name. */
    public Map<String, MetricRow> metrics() {
        Map<String, MetricRow> all = new LinkedHashMap<>();
        sections.values().forEach(section -> all.putAll(section.metrics()));
        return all;
    }
}
