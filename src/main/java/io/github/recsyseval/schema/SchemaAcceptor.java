package io.github.recsyseval.schema;

import io.github.recsyseval.event.StrictJson;
import io.github.recsyseval.event.Timestamps;
import io.github.recsyseval.event.Utf8;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/**
 * Recognises lines that are plainly valid, without the schema library. It can only accept: false means "not sure", never
 * "invalid", and it is sure of nothing unusual, such as a key that occurs twice, a rank written 1.0 or a time with a small z.
 *
 * <p>Not safe for use by several threads.
 */
public final class SchemaAcceptor {
    /** Objects with more properties that the schema does not name are not plain: each is compared with those before it. */
    private static final int MAX_STRANGERS = 64;

    /** No plain date-time is longer. */
    private static final int MAX_TIME_LENGTH = 40;

    /** So many digits and points make no number that a double cannot hold. */
    private static final int MAX_PLAIN_NUMBER_LENGTH = 300;

    private final Shape shape;
    private final byte[] time = new byte[MAX_TIME_LENGTH];
    private String[] strangers = new String[MAX_STRANGERS];
    private int strangerCount;

    SchemaAcceptor(Shape shape) {
        this.shape = shape;
    }

    /** Whether the line in the bytes [from, to) is surely valid, and no key in it occurs twice. */
    public boolean accepts(byte[] line, int from, int to) {
        if (Utf8.firstInvalid(line, from, to) >= 0) {
            return false;
        }
        strangerCount = 0;
        try (JsonParser json = StrictJson.parser(line, from, to)) {
            return json.nextToken() != null && value(json, shape) && json.nextToken() == null;
        } catch (JacksonException e) {
            return false;
        }
    }

    private boolean value(JsonParser json, @Nullable Shape expected) {
        return switch (json.currentToken()) {
            case START_OBJECT -> isAllowed(expected, Shape.OBJECT) && object(json, expected);
            case START_ARRAY -> isAllowed(expected, Shape.ARRAY) && array(json, expected);
            case VALUE_STRING -> isAllowed(expected, Shape.STRING) && (expected == null || string(json, expected));
            case VALUE_NUMBER_INT -> isAllowed(expected, Shape.INTEGER) && integer(json, expected);
            case VALUE_NUMBER_FLOAT -> isAllowed(expected, Shape.FRACTION) && fraction(json, expected);
            case VALUE_TRUE, VALUE_FALSE -> isAllowed(expected, Shape.BOOLEAN);
            case VALUE_NULL -> isAllowed(expected, Shape.NULL);
            default -> false;
        };
    }

    private static boolean isAllowed(@Nullable Shape expected, int kind) {
        // An enumeration of strings allows no other kind.
        return expected == null || (expected.allows(kind) && (expected.alternatives() == null || kind == Shape.STRING));
    }

    private boolean object(JsonParser json, @Nullable Shape expected) {
        List<String> names = expected == null ? List.of() : expected.names();
        int firstStranger = strangerCount;
        int next = 0;
        long met = 0;
        for (String name = json.nextName(); name != null; name = json.nextName()) {
            int index = indexOf(names, name, next);
            json.nextToken();
            if (expected == null || index < 0) {
                if (!isNew(name, firstStranger) || !value(json, expected == null ? null : expected.others())) {
                    return false;
                }
                continue;
            }
            long bit = 1L << index;
            if ((met & bit) != 0 || !value(json, expected.properties().get(index))) {
                return false;
            }
            met |= bit;
            next = index + 1;
        }
        strangerCount = firstStranger;
        return json.currentToken() == JsonToken.END_OBJECT
                && (expected == null || (met & expected.required()) == expected.required());
    }

    /** The place of a name; the guess, that properties come in the order of the schema, is looked at first. */
    private static int indexOf(List<String> names, String name, int guess) {
        return guess < names.size() && names.get(guess).equals(name) ? guess : names.indexOf(name);
    }

    private boolean isNew(String name, int first) {
        for (int i = first; i < strangerCount; i++) {
            if (strangers[i].equals(name)) {
                return false;
            }
        }
        if (strangerCount - first == MAX_STRANGERS) {
            return false;
        }
        if (strangerCount == strangers.length) {
            strangers = Arrays.copyOf(strangers, 2 * strangers.length);
        }
        strangers[strangerCount++] = name;
        return true;
    }

    private boolean array(JsonParser json, @Nullable Shape expected) {
        Shape items = expected == null ? null : expected.items();
        while (json.nextToken() != JsonToken.END_ARRAY) {
            if (!value(json, items)) {
                return false;
            }
        }
        return true;
    }

    private boolean string(JsonParser json, Shape expected) {
        // A character is one or two chars.
        if (expected.minLength() > 0
                && json.getStringLength() < expected.minLength() * (expected.minLength() > 1 ? 2L : 1L)) {
            return false;
        }
        List<String> alternatives = expected.alternatives();
        return (alternatives == null || alternatives.contains(json.getString()))
                && (!expected.dateTime() || isPlainTime(json));
    }

    private boolean isPlainTime(JsonParser json) {
        int length = json.getStringLength();
        if (length > MAX_TIME_LENGTH) {
            return false;
        }
        char[] chars = json.getStringCharacters();
        int offset = json.getStringOffset();
        for (int i = 0; i < length; i++) {
            char c = chars[offset + i];
            if (c > 127) {
                return false;
            }
            time[i] = (byte) c;
        }
        return Timestamps.isPlain(time, 0, length);
    }

    private static boolean integer(JsonParser json, @Nullable Shape expected) {
        if (expected == null || !expected.hasMinimum()) {
            return json.getStringLength() <= MAX_PLAIN_NUMBER_LENGTH;
        }
        return json.getNumberType() != JsonParser.NumberType.BIG_INTEGER && json.getLongValue() >= expected.minimum();
    }

    private static boolean fraction(JsonParser json, @Nullable Shape expected) {
        if (json.getStringLength() > MAX_PLAIN_NUMBER_LENGTH) {
            return false;
        }
        double value = json.getDoubleValue();
        return !Double.isInfinite(value) && (expected == null || value >= expected.minimum());
    }
}
