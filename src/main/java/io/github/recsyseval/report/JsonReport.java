package io.github.recsyseval.report;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** The canonical form: the records as JSON, field by field in their order, absent values as null. */
public final class JsonReport {
    private static final JsonMapper MAPPER = JsonMapper.builder(
                    JsonFactory.builder().characterEscapes(new HiddenEscapes()).build())
            .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
            .disable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
            .enable(SerializationFeature.INDENT_OUTPUT)
            .build();

    private JsonReport() {}

    /** Writes any record of this package, and a newline. */
    public static void write(Record report, OutputStream out) throws IOException {
        out.write(MAPPER.writeValueAsBytes(report));
        out.write("\n".getBytes(StandardCharsets.UTF_8));
    }
}
