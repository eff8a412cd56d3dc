package io.github.recsyseval.mapping;

import io.github.recsyseval.event.StrictJson;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;

/**
 * What a map wants of the fields of one object in a line. It learns the names that occur, because they repeat line after line. One
 * instance serves one thread.
 */
final class FieldLevel {
    private static final int POSITIONS = 32;

    /** Names beyond this number are looked up each time. */
    private static final int MAX_LEARNED = 128;

    /** What is to become of one field. */
    static final class Field {
        /** Where its value is noted; -1 for nowhere. */
        int slot = -1;
        /** Whether its value is copied as it is, whatever it is. */
        boolean verbatim;
        /** As which dropped field it counts; -1 when it is not dropped. */
        int dropped = -1;
        /** What is wanted of its own fields, where it is an object; null for nothing. */
        @Nullable FieldLevel inside;
    }

    /** A name as it is written in a line, quotes included. */
    record Name(byte[] text, @Nullable Field field) {
        boolean isAt(byte[] bytes, int at, int end) {
            if (at + text.length > end) {
                return false;
            }
            for (int i = text.length - 1; i >= 0; i--) {
                if (bytes[at + i] != text[i]) {
                    return false;
                }
            }
            return true;
        }
    }

    private final Map<String, Field> fields = new TreeMap<>();
    private final @Nullable Name[] guess = new Name[POSITIONS];
    private final List<Name> learned = new ArrayList<>();
    private final UnknownNames unknown;

    FieldLevel(UnknownNames unknown) {
        this.unknown = unknown;
    }

    /** The field of a name, known from now on. */
    Field field(String name) {
        return fields.computeIfAbsent(name, any -> new Field());
    }

    /** The field at the end of a path that begins here. */
    Field field(List<String> path) {
        Field field = field(path.get(0));
        if (path.size() == 1) {
            return field;
        }
        if (field.inside == null) {
            field.inside = new FieldLevel(unknown.within(path.get(0)));
        }
        return field.inside.field(path.subList(1, path.size()));
    }

    /** The name at {@code at}, the {@code position}-th of its object; null when it has to be looked up with {@link #met}. */
    @Nullable Name expected(byte[] bytes, int at, int end, int position) {
        Name guessed = guess[position & POSITIONS - 1];
        if (guessed != null && guessed.isAt(bytes, at, end)) {
            return guessed;
        }
        for (Name name : learned) {
            if (name.isAt(bytes, at, end)) {
                guess[position & POSITIONS - 1] = name;
                return name;
            }
        }
        return null;
    }

    /** Learns the name in {@code bytes[from, to)}, which is a JSON string. */
    Name met(byte[] bytes, int from, int to) {
        String text = text(bytes, from, to);
        Field field = fields.get(text);
        if (field == null) {
            unknown.add(text);
        }
        byte[] written = new byte[to - from];
        System.arraycopy(bytes, from, written, 0, written.length);
        Name name = new Name(written, field);
        if (learned.size() < MAX_LEARNED) {
            learned.add(name);
        }
        return name;
    }

    /** What a JSON string says. */
    static String text(byte[] bytes, int from, int to) {
        try (JsonParser json = StrictJson.parser(bytes, from, to)) {
            json.nextToken();
            return json.getString();
        }
    }
}
