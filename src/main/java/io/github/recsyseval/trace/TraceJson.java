package io.github.recsyseval.trace;

import tools.jackson.core.StreamWriteFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** A trace as JSON: the records field by field in their order, absent values as null. */
public final class TraceJson {
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
            .disable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
            .enable(SerializationFeature.INDENT_OUTPUT)
            .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
            .build();

    private TraceJson() {}

    /** The text, ending in a newline. */
    public static String of(TraceReport report) {
        return MAPPER.writeValueAsString(report).replace(System.lineSeparator(), "\n") + "\n";
    }
}
