package io.github.recsyseval.schema;

import io.github.recsyseval.text.PrintableText;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Words for violations. The keyword's value comes from the schema and may be shown; of the record only the kind of a value
 * and the names of properties are.
 */
final class ViolationText {
    private static final int MAX_SCHEMA_TEXT = 80;

    private ViolationText() {}

    /**
     * One sentence for one violation.
     *
     * @param keyword the keyword that refuses
     * @param limit the keyword's value in the schema
     * @param value the value that is refused
     * @param property the property that is missing or not allowed, if it is about one, printable
     */
    static String of(String keyword, JsonNode limit, JsonNode value, @Nullable String property) {
        return switch (keyword) {
            case "type" -> "is " + kind(value) + ", must be " + types(limit);
            case "required" -> "required property \"" + property + "\" is missing";
            case "additionalProperties", "unevaluatedProperties" -> "unknown property \"" + property + '"';
            case "propertyNames" -> "property \"" + property + "\" has a name that is not allowed";
            case "minLength" ->
                limit.asString().equals("1") ? "is empty" : "is shorter than " + show(limit) + " characters";
            case "maxLength" -> "is longer than " + show(limit) + " characters";
            case "minimum" -> "is below " + show(limit);
            case "maximum" -> "is above " + show(limit);
            case "exclusiveMinimum" -> "is not above " + show(limit);
            case "exclusiveMaximum" -> "is not below " + show(limit);
            case "multipleOf" -> "is not a multiple of " + show(limit);
            case "enum" -> "is none of " + alternatives(limit);
            case "const" -> "is not " + show(limit);
            case "pattern" -> "does not match the pattern " + show(limit);
            case "format" -> ofFormat(limit.asString(), value);
            case "minItems" -> "has fewer than " + show(limit) + " items";
            case "maxItems", "additionalItems" -> "has too many items";
            case "uniqueItems" -> "holds the same item twice";
            case "contains", "minContains" -> "lacks an item that the schema asks for";
            case "maxContains" -> "has too many items of a kind that the schema limits";
            case "minProperties" -> "has fewer than " + show(limit) + " properties";
            case "maxProperties" -> "has more than " + show(limit) + " properties";
            case "dependencies", "dependentRequired" -> "lacks a property that another one asks for";
            case "oneOf" -> "matches none or several of the alternatives, must match one";
            case "anyOf" -> "matches none of the alternatives";
            case "not" -> "matches what the schema excludes";
            case "false" -> "is not allowed here";
            default -> "does not satisfy \"" + keyword + '"';
        };
    }

    private static String ofFormat(String format, JsonNode value) {
        return format.equals("date-time") && value.isString()
                ? DateTimeFlaw.of(value.stringValue())
                : "is not a valid " + PrintableText.name(format);
    }

    private static String kind(JsonNode value) {
        return switch (value.getNodeType()) {
            case OBJECT -> "an object";
            case ARRAY -> "an array";
            case STRING -> "a string";
            case BOOLEAN -> "a boolean";
            case NUMBER -> value.isIntegralNumber() ? "an integer" : "a number with fraction or exponent";
            default -> "null";
        };
    }

    private static String types(JsonNode limit) {
        List<String> types = new ArrayList<>();
        for (JsonNode type : limit.isArray() ? limit.values() : List.of(limit)) {
            types.add(withArticle(type.asString()));
        }
        return String.join(" or ", types);
    }

    private static String withArticle(String type) {
        return switch (type) {
            case "object", "array", "integer" -> "an " + type;
            case "null" -> type;
            default -> "a " + type;
        };
    }

    private static String alternatives(JsonNode limit) {
        List<String> values = new ArrayList<>();
        limit.values().forEach(value -> values.add(value.toString()));
        return cut(String.join(", ", values));
    }

    private static String show(JsonNode limit) {
        return cut(limit.isString() ? limit.stringValue() : limit.toString());
    }

    private static String cut(String text) {
        return text.length() <= MAX_SCHEMA_TEXT ? text : text.substring(0, MAX_SCHEMA_TEXT) + '…';
    }
}
