package io.github.recsyseval.event;

import java.util.Arrays;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/**
 * Walks the tokens of one line with Jackson's streaming parser; subclasses say what to do with each top-level field.
 *
 * <p>A reader reads leniently and judges strictly. It takes from any JSON object whatever it can (a later occurrence of a key
 * wins, as in a parsed tree), and it vouches for a line ({@link Reading#PLAIN}) only when nothing in it is out of the ordinary.
 * Everything else is left to the schema library, so a reader can never accept what the schema refuses.
 *
 * <p>One instance serves one thread.
 */
abstract class LineReader {
    private final FieldKeys fields;
    private final IdHash hash = new IdHash();
    private byte[] text = new byte[256];
    private int textLength;
    private int seen;
    private boolean plain;
    final Fingerprint fingerprint = new Fingerprint();
    private String[] names = new String[16];
    private int nameCount;

    LineReader(FieldKeys fields) {
        this.fields = fields;
    }

    /** Reads {@code line[from, to)}, which holds no newline. */
    final Reading parse(byte[] line, int from, int to) {
        plain = Utf8.firstInvalid(line, from, to) < 0;
        seen = 0;
        fingerprint.clear();
        clear();
        try (JsonParser json = StrictJson.parser(line, from, to)) {
            if (json.nextToken() != JsonToken.START_OBJECT) {
                return Reading.NOT_A_RECORD;
            }
            while (json.nextToken() == JsonToken.PROPERTY_NAME) {
                String name = json.currentName();
                json.nextToken();
                field(fields.bit(name), json);
            }
            if (json.nextToken() != null) {
                return Reading.NOT_A_RECORD;
            }
        } catch (JacksonException notJson) {
            return Reading.NOT_A_RECORD;
        }
        finish();
        return plain && fields.suffice(seen) ? Reading.PLAIN : Reading.UNSURE;
    }

    abstract void clear();

    /** Takes a top-level field, 0 for one that the contract does not name; a second time leaves the line to the schema library. */
    private void field(int bit, JsonParser json) {
        if (bit == 0) {
            unknown(json);
            return;
        }
        if (met(bit)) {
            plain = false;
        }
        seen |= bit;
        value(bit, json);
    }

    /** Takes the value of the field with the given bit; the parser stands on it and is left on its last token. */
    abstract void value(int field, JsonParser json);

    /** Called after the last field of a line that is a JSON object. */
    void finish() {}

    final boolean met(int bit) {
        return (seen & bit) != 0;
    }

    final void unsure() {
        plain = false;
    }

    /** Skips a value that the contract does not name. */
    final void unknown(JsonParser json) {
        plain = false;
        json.skipChildren();
    }

    /** Begins an object whose keys the contract does not name. */
    final void beginNames() {
        nameCount = 0;
    }

    /** Meets such a key; a second time, or after very many others, the line is left to the schema library. */
    final void meet(String name) {
        for (int i = 0; i < nameCount; i++) {
            if (names[i].equals(name)) {
                plain = false;
            }
        }
        if (nameCount == names.length) {
            plain = false;
        } else {
            names[nameCount++] = name;
        }
    }

    /**
     * Skips a value that the contract allows without naming it. Only a number that no double holds would be refused in it; an
     * object may also hold a key twice, which is for others to find out.
     */
    final void extra(JsonParser json) {
        if (json.currentToken() == JsonToken.START_OBJECT || json.currentToken() == JsonToken.START_ARRAY) {
            plain = false;
        }
        int depth = 0;
        do {
            switch (json.currentToken()) {
                case START_OBJECT, START_ARRAY -> depth++;
                case END_OBJECT, END_ARRAY -> depth--;
                case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> number(json, Double.NEGATIVE_INFINITY);
                default -> {}
            }
        } while (depth > 0 && json.nextToken() != null);
    }

    /** Reads a non-empty string into {@link #id()}; anything else leaves the line unsure and returns false. */
    final boolean id(JsonParser json) {
        if (!string(json) || textLength == 0) {
            plain = false;
            return false;
        }
        hash.hash(text, 0, textLength);
        return true;
    }

    /** The hash of the last string taken by {@link #id(JsonParser)}. */
    final IdHash id() {
        return hash;
    }

    /** Reads a string into the text buffer as UTF-8; false, unsure, for any other value. */
    final boolean string(JsonParser json) {
        if (json.currentToken() != JsonToken.VALUE_STRING) {
            unknown(json);
            return false;
        }
        char[] chars = json.getStringCharacters();
        int start = json.getStringOffset();
        int end = start + json.getStringLength();
        if (text.length < 3 * (end - start)) {
            text = Arrays.copyOf(text, 3 * (end - start));
        }
        textLength = Utf8.encode(chars, start, end, text);
        return true;
    }

    /** A 64-bit hash of the text read last. */
    final long textHash() {
        return TextHash.of(text, 0, textLength);
    }

    /** A 64-bit hash of a name. */
    static long textHash(String name) {
        char[] chars = name.toCharArray();
        byte[] bytes = new byte[3 * chars.length];
        return TextHash.of(bytes, 0, Utf8.encode(chars, 0, chars.length, bytes));
    }

    /** Reads an RFC 3339 date-time: microseconds since 1970, or {@link Long#MIN_VALUE} where it is none. */
    final long timestamp(JsonParser json) {
        if (!string(json)) {
            return Long.MIN_VALUE;
        }
        long micros = Timestamps.plainMicros(text, 0, textLength);
        if (micros == Long.MIN_VALUE) {
            plain = false;
            micros = Timestamps.parseMicros(text, 0, textLength);
        }
        return micros;
    }

    /**
     * Reads a number at least {@code minimum}; NaN, unsure, for any other kind of value. Numbers beyond the range of a double are
     * clamped to its largest, so that no later figure is infinite.
     */
    final double number(JsonParser json, double minimum) {
        JsonToken token = json.currentToken();
        if (token != JsonToken.VALUE_NUMBER_INT && token != JsonToken.VALUE_NUMBER_FLOAT) {
            unknown(json);
            return Double.NaN;
        }
        double value = json.getDoubleValue();
        if (Double.isInfinite(value)) {
            plain = false;
            value = Math.copySign(Double.MAX_VALUE, value);
        }
        if (value < minimum) {
            plain = false;
        }
        return value == 0 ? 0.0 : value; // -0.0 and 0.0 are the same number
    }

    /** Reads a rank: clamped to the int range, 0 and unsure where it is no number. */
    final int rank(JsonParser json) {
        if (json.currentToken() == JsonToken.VALUE_NUMBER_INT && json.getNumberType() == JsonParser.NumberType.INT) {
            int rank = json.getIntValue();
            if (rank < 1) {
                plain = false;
            }
            return rank;
        }
        plain = false;
        double value = number(json, 1);
        return Double.isNaN(value) ? 0 : (int) value;
    }

    /** Checks that an object holds nothing but strings, showing each to {@link #contextEntry}. */
    final void context(JsonParser json) {
        if (json.currentToken() != JsonToken.START_OBJECT) {
            unknown(json);
            return;
        }
        beginNames();
        while (json.nextToken() == JsonToken.PROPERTY_NAME) {
            String key = json.currentName();
            meet(key);
            json.nextToken();
            if (string(json)) {
                contextEntry(key, json);
            }
        }
    }

    void contextEntry(String key, JsonParser json) {}
}
