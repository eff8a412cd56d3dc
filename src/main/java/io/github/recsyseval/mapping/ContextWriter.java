package io.github.recsyseval.mapping;

import java.util.Arrays;
import java.util.List;

/**
 * Writes the context of a record: what the line's own context holds, with numbers and truth values as texts and without nulls, and
 * the keys that rules fill. One instance serves one thread.
 */
final class ContextWriter {
    private final ValueWriter whole;
    private final ValueWriter[] keys;
    /** The names within the line's context that are not copied from it: their slot counts those that nothing uses. */
    private final FieldLevel own;

    private final List<String> shadowedNames;
    private final int[] shadowed;

    /**
     * @param whole finds the line's own context
     * @param keys one for each key that a rule fills
     * @param own knows the names that are not copied
     * @param shadowedNames those of them that nothing uses, in the order in which {@code own} counts them
     */
    ContextWriter(ValueWriter whole, List<ValueWriter> keys, FieldLevel own, List<String> shadowedNames) {
        this.whole = whole;
        this.keys = keys.toArray(ValueWriter[]::new);
        this.own = own;
        this.shadowedNames = List.copyOf(shadowedNames);
        shadowed = new int[shadowedNames.size()];
    }

    List<String> shadowedNames() {
        return shadowedNames;
    }

    /** How often each of the {@link #shadowedNames} was there in the last line. */
    int[] shadowed() {
        return shadowed;
    }

    ValueWriter whole() {
        return whole;
    }

    void clear() {
        Arrays.fill(shadowed, 0);
    }

    /** Writes the context, unless there is none. */
    ValueWriter.Written write(FieldScan scan, byte[] bytes, LineBuffer out) {
        int source = whole.choose(scan, bytes);
        int from = source == ValueWriter.NO_SOURCE ? -1 : scan.from(whole.slots()[source]);
        int to = source == ValueWriter.NO_SOURCE ? -1 : scan.to(whole.slots()[source]);
        out.add(whole.name());
        if (from >= 0 && bytes[from] != '{' && bytes[from] != 'n') {
            out.add(bytes, from, to);
            return ValueWriter.Written.VALUE;
        }
        out.add('{');
        int start = out.length();
        boolean isThere = from >= 0 && bytes[from] == '{';
        if (isThere) {
            copy(bytes, from, to, out);
        }
        for (ValueWriter key : keys) {
            key.choose(scan, bytes);
            int before = out.length();
            if (before > start) {
                out.add(',');
            }
            ValueWriter.Written written = key.write(scan, bytes, out);
            if (written == ValueWriter.Written.IGNORED) {
                return written;
            }
            if (written == ValueWriter.Written.NOTHING) {
                out.cutTo(before);
            } else {
                isThere = true;
            }
        }
        out.add('}');
        return isThere ? ValueWriter.Written.VALUE : ValueWriter.Written.NOTHING;
    }

    /** Copies the members of an object that is known to be JSON. */
    private void copy(byte[] bytes, int from, int to, LineBuffer out) {
        int start = out.length();
        int at = JsonCursor.blanks(bytes, from + 1, to);
        for (int position = 0; bytes[at] != '}'; position++) {
            FieldLevel.Name name = own.expected(bytes, at, to, position);
            if (name == null) {
                name = own.met(bytes, at, JsonCursor.string(bytes, at, to));
            }
            int value = JsonCursor.colon(bytes, at + name.text().length, to);
            int end = JsonCursor.value(bytes, value, to, 0);
            FieldLevel.Field field = name.field();
            if (field != null) {
                if (field.dropped >= 0) {
                    shadowed[field.dropped]++;
                }
            } else if (bytes[value] != 'n') {
                if (out.length() > start) {
                    out.add(',');
                }
                out.add(name.text());
                out.add(':');
                ValueWriter.quoted(bytes, value, end, out);
            }
            at = JsonCursor.blanks(bytes, end, to);
            at = bytes[at] == ',' ? JsonCursor.blanks(bytes, at + 1, to) : at;
        }
    }
}
