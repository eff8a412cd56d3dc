package io.github.recsyseval.validation;

import java.nio.charset.StandardCharsets;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** The report as JSON, complete and in the order of its fields; {@code schemas/validation.v1.json} describes it. */
public final class JsonText {
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
            .disable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
            .enable(SerializationFeature.INDENT_OUTPUT)
            .build();

    private JsonText() {}

    public static String of(ValidationReport report) {
        return new String(MAPPER.writeValueAsBytes(report), StandardCharsets.UTF_8) + "\n";
    }
}
