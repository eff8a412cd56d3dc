package io.github.recsyseval.report;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import tools.jackson.databind.JsonNode;

/**
 * The types of fields that comparisons read, whose names mean the same wherever they stand in a report. A field may be absent or null:
 * then an earlier release did not write it, or there is no such figure.
 */
final class FieldTypes {
    private record Type(String words, Predicate<JsonNode> holds) {}

    private static final Type COUNT = new Type("a whole number from 0 up", FieldTypes::isCount);
    private static final Type NUMBER = new Type("a number", JsonNode::isNumber);
    private static final Type TRUTH = new Type("true or false", JsonNode::isBoolean);
    private static final Type TEXT = new Type("a text", JsonNode::isString);
    private static final Type OBJECT = new Type("an object", JsonNode::isObject);

    private static final Map<String, Type> TYPES = new TreeMap<>(Map.ofEntries(
            Map.entry("n", COUNT),
            Map.entry("users", COUNT),
            Map.entry("clicks", COUNT),
            Map.entry("cases_evaluated", COUNT),
            Map.entry("value", NUMBER),
            Map.entry("numerator", NUMBER),
            Map.entry("standard_error", NUMBER),
            Map.entry("lower", NUMBER),
            Map.entry("upper", NUMBER),
            Map.entry("level", NUMBER),
            Map.entry("share", NUMBER),
            Map.entry("trusted", TRUTH),
            Map.entry("name", TEXT),
            Map.entry("unit", TEXT),
            Map.entry("better", TEXT),
            Map.entry("definition", TEXT),
            Map.entry("first_exposure", TEXT),
            Map.entry("last_exposure", TEXT),
            Map.entry("interval", OBJECT)));

    private FieldTypes() {}

    /**
     * The first field of another type, in a clause such as {@code /kpis/metrics/0/n is not a whole number from 0 up}.
     *
     * @param pointer where the node stands in its report
     */
    static Optional<String> mistake(String pointer, JsonNode node) {
        if (node.isArray()) {
            for (int i = 0; i < node.size(); i++) {
                Optional<String> mistake = mistake(pointer + "/" + i, node.get(i));
                if (mistake.isPresent()) {
                    return mistake;
                }
            }
        }
        for (Map.Entry<String, JsonNode> field : node.properties()) {
            JsonNode value = field.getValue();
            Type type = TYPES.get(field.getKey());
            if (type != null && !value.isNull() && !type.holds().test(value)) {
                return Optional.of(pointer + "/" + field.getKey() + " is not " + type.words());
            }
            Optional<String> mistake = mistake(pointer + "/" + field.getKey(), value);
            if (mistake.isPresent()) {
                return mistake;
            }
        }
        return Optional.empty();
    }

    private static boolean isCount(JsonNode node) {
        return node.isIntegralNumber() && node.canConvertToLong() && node.asLong() >= 0;
    }
}
