package io.github.recsyseval.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a later run needs of an earlier report. Fields that a report lacks, because its release did not write them, are absent here.
 *
 * @param breakdowns the keys of each breakdown, joined by commas
 * @param bySegment by slice, then by metric
 */
public record BaselineReport(
        String source,
        boolean trusted,
        String convention,
        String relevance,
        List<String> breakdowns,
        Map<String, Figure> metrics,
        Map<String, Map<String, Figure>> bySegment) {

    private static final JsonMapper MAPPER = JsonMapper.shared();

    /** One metric of the earlier report. */
    public record Figure(
            String name,
            @Nullable Double value,
            @Nullable Long users,
            @Nullable Double standardError,
            @Nullable IntervalRow interval) {}

    /**
     * Reads a JSON report of {@code offline} or {@code report}.
     *
     * @throws UnreadableReportException if there is no such report in the file
     */
    public static BaselineReport read(Path file) {
        JsonNode report = tree(file);
        JsonNode offline = report.path("offline");
        if (!report.path("schema").asString("").equals(Report.SCHEMA)) {
            throw new UnreadableReportException(file + ": not a " + Report.SCHEMA
                    + " report; a baseline is what recsys-eval offline --format json wrote");
        }
        if (!offline.isObject() || !offline.path("metrics").isArray()) {
            throw new UnreadableReportException(
                    file + ": this report has no ranking metrics; make one with recsys-eval offline");
        }
        Map<String, Map<String, Figure>> bySegment = new LinkedHashMap<>();
        offline.path("by_segment")
                .properties()
                .forEach(slice -> bySegment.put(slice.getKey(), figures(slice.getValue())));
        return new BaselineReport(
                file.toString(),
                report.path("summary").path("trusted").asBoolean(false),
                offline.path("convention").asString(""),
                offline.path("relevance").asString(""),
                breakdowns(report.path("slices")),
                figures(offline.path("metrics")),
                bySegment);
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
                    file + ": not JSON; a baseline is what recsys-eval offline --format json wrote", malformed);
        }
    }

    private static List<String> breakdowns(JsonNode slices) {
        List<String> breakdowns = new ArrayList<>();
        for (JsonNode slice : slices) {
            List<String> keys = new ArrayList<>();
            slice.path("keys").forEach(key -> keys.add(key.asString("")));
            breakdowns.add(String.join(",", keys));
        }
        return breakdowns;
    }

    private static Map<String, Figure> figures(JsonNode rows) {
        Map<String, Figure> figures = new LinkedHashMap<>();
        for (JsonNode row : rows) {
            String name = row.path("name").asString("");
            JsonNode users = row.path("users");
            figures.put(
                    name,
                    new Figure(
                            name,
                            number(row.path("value")),
                            users.isIntegralNumber() ? (Long) users.asLong() : null,
                            number(row.path("standard_error")),
                            interval(row.path("interval"))));
        }
        return figures;
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

    private static @Nullable Double number(JsonNode node) {
        return node.isNumber() ? (Double) node.asDouble() : null;
    }
}
