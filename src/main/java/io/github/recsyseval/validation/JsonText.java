package io.github.recsyseval.validation;

import io.github.recsyseval.text.RecordJson;
import java.nio.charset.StandardCharsets;

/** The report as JSON, complete and in the order of its fields; {@code schemas/validation.v1.json} describes it. */
public final class JsonText {
    private JsonText() {}

    public static String of(ValidationReport report) {
        return new String(RecordJson.bytes(report), StandardCharsets.UTF_8);
    }
}
