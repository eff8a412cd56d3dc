package io.github.recsyseval.report;

import io.github.recsyseval.text.Hidden;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
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
        required(file, report, "data_quality");
        if (!summary.path("cases_evaluated").isIntegralNumber()) {
            throw new UnreadableReportException(file + ": not a complete " + Report.SCHEMA
                    + " report: summary.cases_evaluated is missing or not a number");
        }
        requireTypes(file, "/summary", summary);
        for (String name : BaselineParts.SECTIONS) {
            JsonNode section = report.path(name);
            requireTypes(file, "/" + name + "/metrics", section.path("metrics"));
            section.path("by_segment").forEach(rows -> requireTypes(file, "/" + name + "/by_segment/...", rows));
        }
        return BaselineParts.of(file.toString(), report);
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
                    file + ": not a complete " + Report.SCHEMA + " report: " + field + " is missing or not an object");
        }
        return node;
    }

    private static void requireTypes(Path file, String pointer, JsonNode node) {
        FieldTypes.mistake(pointer, node).ifPresent(mistake -> {
            throw new UnreadableReportException(file + ": not a valid " + Report.SCHEMA + " report: " + mistake);
        });
    }
}
