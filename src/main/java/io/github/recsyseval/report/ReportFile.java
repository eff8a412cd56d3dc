package io.github.recsyseval.report;

import io.github.recsyseval.text.Hidden;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.cfg.CoercionAction;
import tools.jackson.databind.cfg.CoercionInputShape;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.type.LogicalType;

/** Reads JSON reports back, strictly: every field of report.v1 and none besides, each of its type. */
public final class ReportFile {
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
            .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
            .withCoercionConfig(
                    LogicalType.Textual,
                    config -> config.setCoercion(CoercionInputShape.Integer, CoercionAction.Fail)
                            .setCoercion(CoercionInputShape.Float, CoercionAction.Fail)
                            .setCoercion(CoercionInputShape.Boolean, CoercionAction.Fail))
            .build();

    private ReportFile() {}

    /**
     * Reads a report.
     *
     * @throws UnreadableReportException if there is no such report in the file; the message is a sentence for people
     */
    public static Report read(Path file) {
        try {
            Report report = MAPPER.readValue(Files.readAllBytes(file), Report.class);
            if (!Report.SCHEMA.equals(report.schema())) {
                throw new UnreadableReportException(
                        file + " is of schema " + Hidden.shown(report.schema()) + ", not " + Report.SCHEMA);
            }
            return report;
        } catch (NoSuchFileException absent) {
            throw new UnreadableReportException(file + ": no such file", absent);
        } catch (AccessDeniedException denied) {
            throw new UnreadableReportException(file + ": permission denied", denied);
        } catch (IOException failed) {
            throw new UnreadableReportException(file + ": cannot be read", failed);
        } catch (JacksonException other) {
            throw new UnreadableReportException(
                    file + " is no " + Report.SCHEMA + " report of this version: " + reason(other), other);
        }
    }

    private static String reason(JacksonException other) {
        String where = other.getLocation() == null
                ? ""
                : " (line " + other.getLocation().getLineNr() + ")";
        return Hidden.shown(String.valueOf(other.getOriginalMessage())
                        .split("[\\n;(]", 2)[0]
                        .strip())
                + where;
    }
}
