package io.github.recsyseval.reference;

import io.github.recsyseval.report.BaselineFile;
import io.github.recsyseval.report.BaselineReport;
import io.github.recsyseval.report.Report;
import io.github.recsyseval.report.UnreadableReportException;
import io.github.recsyseval.source.InputException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The report that {@code --baseline} names: the Go tool's, one of {@code run}, or one of {@code offline --convention reference}.
 *
 * @param runId of that run; the file's name where the report has none
 */
record RunBaseline(String runId, BaselineReport report) {
    private static final String CONVENTION = "reference";

    static RunBaseline read(Path file, List<RunMetric> metrics) {
        JsonNode tree = tree(file);
        if (tree.path("schema").asString("").equals(Report.SCHEMA)) {
            return new RunBaseline(file.toString(), own(file));
        }
        JsonNode rows = tree.path("offline").path("metrics");
        if (!rows.isArray()) {
            throw new InputException(
                    file + ": baseline report without offline metrics; give a JSON report of run --mode offline");
        }
        Map<String, JsonNode> byName = new LinkedHashMap<>();
        rows.forEach(row -> byName.put(row.path("name").asString("").toLowerCase(Locale.ROOT), row.path("value")));
        Map<String, Double> values = new LinkedHashMap<>();
        for (RunMetric metric : metrics) {
            JsonNode value = byName.get(metric.name());
            if (value != null && value.isNumber()) {
                values.put(metric.row(), value.asDouble());
            }
        }
        boolean trusted = tree.path("summary").path("trusted").asBoolean(true);
        return new RunBaseline(
                tree.path("run_id").asString(file.toString()),
                BaselineReport.ofValues(file.toString(), trusted, values));
    }

    private static BaselineReport own(Path file) {
        try {
            BaselineReport report = BaselineFile.readRanking(file);
            if (!report.convention().equals(CONVENTION)) {
                throw new InputException(file + ": made with --convention " + report.convention()
                        + ", and run computes with reference; they cannot be compared");
            }
            return report;
        } catch (UnreadableReportException unreadable) {
            throw new InputException(String.valueOf(unreadable.getMessage()), unreadable);
        }
    }

    private static JsonNode tree(Path file) {
        try {
            return JsonMapper.shared().readTree(Files.readAllBytes(file));
        } catch (NoSuchFileException absent) {
            throw new InputException(file + ": no such file", absent);
        } catch (IOException failed) {
            throw new InputException(file + ": cannot be read", failed);
        } catch (JacksonException malformed) {
            throw new InputException(file + ": not JSON; a baseline is a JSON report of run --mode offline", malformed);
        }
    }
}
