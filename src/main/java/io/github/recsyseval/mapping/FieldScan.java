package io.github.recsyseval.mapping;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Finds in one object of a line the values that rules want, and what no rule wants. A buffer that is filled again and again. */
final class FieldScan {
    /** What becomes of fields that no rule wants. */
    private enum Rest {
        /** They are fields of the record itself. */
        OF_RECORD,
        /** They stand in an object of which rules want parts. */
        OF_PART,
        /** They stand in an object that is wanted as a whole. */
        WANTED
    }

    private final FieldLevel level;
    private final boolean dropsRest;
    private final int[] from;
    private final int[] to;
    private final int[] dropped;
    private int rest;
    private int[] extras = new int[16];
    private int extraCount;

    private byte[] bytes = new byte[0];
    private int end;
    private boolean leftInside;

    /**
     * @param slots how many values are wanted
     * @param drops how many fields are dropped by name
     * @param dropsRest whether what no rule wants is dropped
     */
    FieldScan(FieldLevel level, int slots, int drops, boolean dropsRest) {
        this.level = level;
        this.dropsRest = dropsRest;
        from = new int[slots];
        to = new int[slots];
        dropped = new int[drops];
    }

    /** Forgets what was found. */
    void clear() {
        Arrays.fill(from, -1);
        Arrays.fill(dropped, 0);
        rest = 0;
        extraCount = 0;
    }

    /**
     * Reads the object at {@code at} and returns the position behind it, or {@link JsonCursor#NO} when it is not JSON.
     *
     * @param depth how many arrays and objects it stands in
     */
    int scan(byte[] bytes, int at, int end, int depth) {
        clear();
        this.bytes = bytes;
        this.end = end;
        return object(level, at, depth + 1, Rest.OF_RECORD);
    }

    private int object(FieldLevel fields, int start, int depth, Rest unwanted) {
        int at = JsonCursor.blanks(bytes, start + 1, end);
        if (at < end && bytes[at] == '}') {
            return at + 1;
        }
        for (int position = 0; ; position++) {
            int nameAt = at;
            FieldLevel.Name name = fields.expected(bytes, at, end, position);
            if (name == null) {
                int nameEnd = JsonCursor.string(bytes, at, end);
                if (nameEnd == JsonCursor.NO) {
                    return JsonCursor.NO;
                }
                name = fields.met(bytes, at, nameEnd);
            }
            at = JsonCursor.colon(bytes, nameAt + name.text().length, end);
            at = at == JsonCursor.NO ? at : member(name.field(), nameAt, at, depth, unwanted);
            at = at == JsonCursor.NO ? at : JsonCursor.blanks(bytes, at, end);
            if (at == JsonCursor.NO || at >= end || bytes[at] != ',') {
                return at != JsonCursor.NO && at < end && bytes[at] == '}' ? at + 1 : JsonCursor.NO;
            }
            at = JsonCursor.blanks(bytes, at + 1, end);
        }
    }

    private int member(FieldLevel.@Nullable Field field, int nameAt, int at, int depth, Rest unwanted) {
        if (field == null) {
            return leave(nameAt, JsonCursor.value(bytes, at, end, depth), unwanted);
        }
        boolean wanted = field.slot >= 0;
        boolean leaves = true;
        int behind;
        if (field.inside != null && at < end && bytes[at] == '{') {
            leftInside &= unwanted != Rest.OF_RECORD;
            behind = object(field.inside, at, depth + 1, inside(wanted, unwanted));
            leaves = leftInside && unwanted == Rest.OF_RECORD;
        } else {
            behind = field.verbatim ? JsonCursor.verbatim(bytes, at, end) : JsonCursor.value(bytes, at, end, depth);
        }
        if (wanted) {
            if (field.verbatim && isBroken(field.slot, depth)) {
                return JsonCursor.NO;
            }
            from[field.slot] = at;
            to[field.slot] = behind;
        } else if (field.dropped >= 0) {
            dropped[field.dropped]++;
        } else if (leaves) {
            return leave(nameAt, behind, unwanted);
        }
        return behind;
    }

    /** Whether a value that a later one of the same name replaces, so that nobody will copy it, is no JSON. */
    private boolean isBroken(int slot, int depth) {
        return from[slot] >= 0 && JsonCursor.value(bytes, from[slot], end, depth) != to[slot];
    }

    private static Rest inside(boolean wanted, Rest outside) {
        return wanted || outside == Rest.WANTED ? Rest.WANTED : Rest.OF_PART;
    }

    /** Leaves a field that no rule wants to the contract, or drops it. */
    private int leave(int nameAt, int behind, Rest unwanted) {
        if (unwanted == Rest.WANTED) {
            return behind;
        }
        if (dropsRest) {
            rest++;
        } else if (unwanted == Rest.OF_RECORD) {
            if (extraCount == extras.length) {
                extras = Arrays.copyOf(extras, 2 * extraCount);
            }
            extras[extraCount++] = nameAt;
            extras[extraCount++] = behind;
        } else {
            leftInside = true;
        }
        return behind;
    }

    /** Whether the value of a slot is there. */
    boolean has(int slot) {
        return from[slot] >= 0;
    }

    int from(int slot) {
        return from[slot];
    }

    int to(int slot) {
        return to[slot];
    }

    /** Notes a value that was not found by its name. */
    void put(int slot, int valueFrom, int valueTo) {
        from[slot] = valueFrom;
        to[slot] = valueTo;
    }

    /** Writes the fields that no rule wants, each after a comma unless {@code first}; returns whether none was written. */
    boolean copyExtras(LineBuffer out, boolean first) {
        boolean none = first;
        for (int i = 0; i < extraCount; i += 2) {
            if (!none) {
                out.add(',');
            }
            none = false;
            out.add(bytes, extras[i], extras[i + 1]);
        }
        return none;
    }

    /** How often the fields dropped by name were there. */
    int[] dropped() {
        return dropped;
    }

    /** How many other fields were dropped. */
    int rest() {
        return rest;
    }
}
