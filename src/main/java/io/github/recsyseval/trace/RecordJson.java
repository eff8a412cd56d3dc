package io.github.recsyseval.trace;

import java.nio.charset.StandardCharsets;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.StringNode;

/** Logged lines as trees, for showing them. */
final class RecordJson {
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .enable(DeserializationFeature.USE_BIG_INTEGER_FOR_INTS)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private RecordJson() {}

    /** The record as it was logged; a line that is no JSON object as one text. */
    static JsonNode tree(byte[] line) {
        try {
            JsonNode tree = MAPPER.readTree(line);
            if (tree.isObject()) {
                return tree;
            }
        } catch (JacksonException notJson) {
            // It is shown as the text that it is.
        }
        return StringNode.valueOf(new String(line, StandardCharsets.UTF_8));
    }

    /** A text at the top of the record; empty without one. */
    static String text(byte[] line, String key) {
        JsonNode value = tree(line).path(key);
        return value.isString() ? value.asString() : "";
    }
}
