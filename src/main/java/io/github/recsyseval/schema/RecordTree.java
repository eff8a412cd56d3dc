package io.github.recsyseval.schema;

import io.github.recsyseval.event.StrictJson;
import io.github.recsyseval.text.PrintableText;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * A line as a tree, for the schema library: read strictly, and with what a tree cannot show kept beside it.
 *
 * <p>Numbers with fraction or exponent become doubles, as they do wherever figures are computed from them.
 */
final class RecordTree {
    /** A whole number with more digits is above 1.8e308. */
    private static final int MAX_INTEGER_DIGITS = 309;

    /** More duplicate keys, or numbers out of range, of one line are not noted. */
    private static final int MAX_NOTED = 1_000;

    private static final String OUT_OF_RANGE = "is beyond the range of a 64-bit floating point number, about 1.8e308";

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final JsonNode LARGEST = node(Double.MAX_VALUE);
    private static final JsonNode SMALLEST = node(-Double.MAX_VALUE);

    private final List<String> duplicateKeys = new ArrayList<>();
    private final List<Violation> violations = new ArrayList<>();
    private final List<Object> path = new ArrayList<>();
    private JsonNode root = NODES.nullNode();

    private RecordTree() {}

    /** Reads the bytes [from, to). When they are not JSON the tree is null and {@link #violations} says why. */
    static RecordTree read(byte[] line, int from, int to) {
        RecordTree tree = new RecordTree();
        String problem = tree.parse(line, from, to);
        if (problem != null) {
            tree.violations.clear();
            tree.violations.add(Violation.ofLine(Violation.JSON, problem));
            tree.duplicateKeys.clear();
        }
        return tree;
    }

    /** Whether the line is JSON, so that there is a tree. */
    boolean isJson() {
        return violations.isEmpty() || !violations.get(0).keyword().equals(Violation.JSON);
    }

    JsonNode root() {
        return root;
    }

    /** What is wrong already: the line is no JSON, or numbers are out of range. */
    List<Violation> violations() {
        return violations;
    }

    List<String> duplicateKeys() {
        return duplicateKeys;
    }

    private @Nullable String parse(byte[] line, int from, int to) {
        JsonDefect defect = new JsonDefect(line, from, to);
        String encoding = defect.ofEncoding();
        if (encoding != null) {
            return encoding;
        }
        try (JsonParser parser = StrictJson.parser(line, from, to)) {
            try {
                parser.nextToken();
                root = value(parser);
            } catch (JacksonException e) {
                return defect.of(parser, e);
            }
            int end = from + (int) parser.currentLocation().getByteOffset();
            return onlyBlanksFollow(parser) ? null : defect.ofRest(end);
        }
    }

    private static boolean onlyBlanksFollow(JsonParser parser) {
        try {
            return parser.nextToken() == null;
        } catch (JacksonException e) {
            return false;
        }
    }

    private JsonNode value(JsonParser parser) {
        return switch (parser.currentToken()) {
            case START_OBJECT -> object(parser);
            case START_ARRAY -> array(parser);
            case VALUE_STRING -> NODES.stringNode(parser.getString());
            case VALUE_NUMBER_INT -> integer(parser);
            case VALUE_NUMBER_FLOAT -> decimal(parser);
            case VALUE_TRUE -> NODES.booleanNode(true);
            case VALUE_FALSE -> NODES.booleanNode(false);
            default -> NODES.nullNode();
        };
    }

    private JsonNode object(JsonParser parser) {
        ObjectNode object = NODES.objectNode();
        while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
            String name = parser.currentName();
            parser.nextToken();
            path.add(name);
            boolean again = object.replace(name, value(parser)) != null;
            if (again && duplicateKeys.size() < MAX_NOTED) {
                duplicateKeys.add(PrintableText.pointer(path));
            }
            path.remove(path.size() - 1);
        }
        return object;
    }

    private JsonNode array(JsonParser parser) {
        ArrayNode array = NODES.arrayNode();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            path.add(array.size());
            array.add(value(parser));
            path.remove(path.size() - 1);
        }
        return array;
    }

    private JsonNode integer(JsonParser parser) {
        if (parser.getStringLength() > MAX_INTEGER_DIGITS + 1) {
            return outOfRange(parser);
        }
        return switch (parser.getNumberType()) {
            case INT -> NODES.numberNode(parser.getIntValue());
            case LONG -> NODES.numberNode(parser.getLongValue());
            default ->
                Double.isInfinite(parser.getBigIntegerValue().doubleValue())
                        ? outOfRange(parser)
                        : NODES.numberNode(parser.getBigIntegerValue());
        };
    }

    private JsonNode decimal(JsonParser parser) {
        double value = parser.getDoubleValue();
        return Double.isInfinite(value) ? outOfRange(parser) : node(value);
    }

    /** The library compares numbers in longs where it expects integers, and fails on larger ones unless they are big integers. */
    private static JsonNode node(double value) {
        return Math.abs(value) >= 0x1p63
                ? NODES.numberNode(new BigDecimal(value).toBigInteger())
                : NODES.numberNode(value);
    }

    /** Stands in the largest double, so that the schema's other checks go on as they would with the number itself. */
    private JsonNode outOfRange(JsonParser parser) {
        if (violations.size() < MAX_NOTED) {
            String pointer = PrintableText.pointer(path);
            violations.add(new Violation(pointer, Violation.NUMBER_RANGE, "", OUT_OF_RANGE, null));
        }
        boolean negative = parser.getStringCharacters()[parser.getStringOffset()] == '-';
        return negative ? SMALLEST : LARGEST;
    }

    /** The names of an object's properties, in their order; empty for any other node. */
    static List<String> names(@Nullable JsonNode node) {
        return node instanceof ObjectNode object ? List.copyOf(object.propertyNames()) : Collections.emptyList();
    }
}
