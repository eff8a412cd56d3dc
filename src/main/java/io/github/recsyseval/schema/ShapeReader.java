package io.github.recsyseval.schema;

import io.github.recsyseval.event.StrictJson;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/**
 * Turns a draft-07 schema into a {@link Shape}, if it says nothing that a shape cannot. Every keyword must be one of those
 * below, with a value of the right type; anything else, and be it a slip in spelling, means that there is no shape and the
 * schema library judges alone.
 */
final class ShapeReader {
    private static final Set<String> ANNOTATIONS = Set.of("$id", "$comment", "title", "description");

    private static final Set<String> DRAFT_07 =
            Set.of("http://json-schema.org/draft-07/schema#", "http://json-schema.org/draft-07/schema");

    private int kinds = Shape.ANYTHING;
    private int minLength;
    private double minimum = Double.NEGATIVE_INFINITY;
    private boolean dateTime;
    private @Nullable List<String> alternatives;
    private final Map<String, @Nullable Shape> properties = new LinkedHashMap<>();
    private List<String> required = List.of();
    private @Nullable Shape others;
    private @Nullable Shape items;

    private ShapeReader() {}

    /** The shape of the schema in the given text, or nothing. */
    static Optional<Shape> read(byte[] text) {
        try (JsonParser json = StrictJson.parser(text, 0, text.length)) {
            if (json.nextToken() != JsonToken.START_OBJECT) {
                return Optional.empty();
            }
            Shape shape = new ShapeReader().schema(json);
            return json.nextToken() == null ? Optional.of(shape) : Optional.empty();
        } catch (JacksonException | BeyondShapes e) {
            return Optional.empty();
        }
    }

    private Shape schema(JsonParser json) {
        Set<String> met = new HashSet<>();
        while (json.nextToken() == JsonToken.PROPERTY_NAME) {
            String keyword = json.currentName();
            demand(met.add(keyword));
            json.nextToken();
            keyword(keyword, json);
        }
        return shape();
    }

    private void keyword(String keyword, JsonParser json) {
        switch (keyword) {
            case "$schema" -> demand(DRAFT_07.contains(string(json)));
            case "type" -> kinds = kinds(json);
            case "minLength" -> minLength = length(json);
            case "minimum" -> minimum = number(json);
            case "format" -> {
                demand(string(json).equals("date-time"));
                dateTime = true;
            }
            case "enum" -> {
                alternatives = strings(json);
                demand(!alternatives.isEmpty());
            }
            case "properties" -> properties(json);
            case "required" -> required = strings(json);
            case "additionalProperties" -> others = subschema(json);
            case "items" -> {
                demand(json.currentToken() != JsonToken.START_ARRAY);
                items = subschema(json);
            }
            default -> {
                demand(ANNOTATIONS.contains(keyword));
                string(json);
            }
        }
    }

    private Shape shape() {
        // What is required without being described is one of the other properties.
        required.forEach(name -> properties.putIfAbsent(name, properties.containsKey(name) ? null : others));
        demand(properties.size() <= Shape.MAX_PROPERTIES);
        List<String> names = List.copyOf(properties.keySet());
        long bits = 0;
        for (String name : required) {
            bits |= 1L << names.indexOf(name);
        }
        List<@Nullable Shape> shapes = Collections.unmodifiableList(new ArrayList<>(properties.values()));
        return new Shape(kinds, minLength, minimum, dateTime, alternatives, names, shapes, bits, others, items);
    }

    private void properties(JsonParser json) {
        demand(json.currentToken() == JsonToken.START_OBJECT);
        while (json.nextToken() == JsonToken.PROPERTY_NAME) {
            String name = json.currentName();
            demand(!properties.containsKey(name));
            json.nextToken();
            properties.put(name, subschema(json));
        }
    }

    private static @Nullable Shape subschema(JsonParser json) {
        return switch (json.currentToken()) {
            case VALUE_TRUE -> null;
            case VALUE_FALSE -> Shape.NOTHING;
            case START_OBJECT -> new ShapeReader().schema(json);
            default -> throw new BeyondShapes();
        };
    }

    private static int kinds(JsonParser json) {
        if (json.currentToken() == JsonToken.VALUE_STRING) {
            return kind(string(json));
        }
        int kinds = 0;
        for (String type : strings(json)) {
            kinds |= kind(type);
        }
        demand(kinds != 0);
        return kinds;
    }

    private static int kind(String type) {
        return switch (type) {
            case "object" -> Shape.OBJECT;
            case "array" -> Shape.ARRAY;
            case "string" -> Shape.STRING;
            case "integer" -> Shape.INTEGER;
            case "number" -> Shape.INTEGER | Shape.FRACTION;
            case "boolean" -> Shape.BOOLEAN;
            case "null" -> Shape.NULL;
            default -> throw new BeyondShapes();
        };
    }

    private static List<String> strings(JsonParser json) {
        demand(json.currentToken() == JsonToken.START_ARRAY);
        List<String> strings = new ArrayList<>();
        while (json.nextToken() != JsonToken.END_ARRAY) {
            strings.add(string(json));
        }
        demand(new HashSet<>(strings).size() == strings.size());
        return strings;
    }

    private static String string(JsonParser json) {
        demand(json.currentToken() == JsonToken.VALUE_STRING);
        return json.getString();
    }

    private static int length(JsonParser json) {
        demand(json.currentToken() == JsonToken.VALUE_NUMBER_INT
                && json.getNumberType() == JsonParser.NumberType.INT
                && json.getIntValue() >= 0);
        return json.getIntValue();
    }

    /** A whole number that a double holds exactly, as all limits of the contracts are. */
    private static double number(JsonParser json) {
        demand(json.currentToken() == JsonToken.VALUE_NUMBER_INT && json.getNumberType() == JsonParser.NumberType.INT);
        return json.getIntValue();
    }

    private static void demand(boolean condition) {
        if (!condition) {
            throw new BeyondShapes();
        }
    }

    /** The schema says something for which there is no shape. */
    private static final class BeyondShapes extends RuntimeException {
        private static final long serialVersionUID = 1L;

        BeyondShapes() {
            super(null, null, false, false);
        }
    }
}
