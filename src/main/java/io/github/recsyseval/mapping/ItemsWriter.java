package io.github.recsyseval.mapping;

import java.util.Arrays;
import java.util.List;

/** Writes the list of a record element by element. One instance serves one thread. */
final class ItemsWriter {
    /** Where {@link FieldPath#VALUE} and {@link FieldPath#POSITION} are noted. */
    static final int VALUE_SLOT = 0;

    static final int POSITION_SLOT = 1;

    /** How many arrays and objects an element stands in. */
    private static final int DEPTH = 2;

    private final FieldScan scan;
    /** An array, because iterators would be made for every element. */
    private final ValueWriter[] fields;

    private final boolean takesValues;
    private final long[] used;

    /**
     * @param scan of the fields of an element
     * @param fields one for each field of the contract
     */
    ItemsWriter(FieldScan scan, List<ValueWriter> fields) {
        this.scan = scan;
        this.fields = fields.toArray(ValueWriter[]::new);
        takesValues = fields.stream().anyMatch(field -> field.rule().sources().contains(FieldPath.VALUE));
        int sources = 0;
        for (ValueWriter field : fields) {
            sources += field.slots().length;
        }
        used = new long[sources + 1];
    }

    List<ValueWriter> fields() {
        return List.of(fields);
    }

    /** How many values of the last list came from each source, in the order of the fields and their sources; last its length. */
    long[] used() {
        return used;
    }

    void clear() {
        Arrays.fill(used, 0);
    }

    /** Writes the list in {@code bytes[from, to)}; what is no list stays as it is. False when it is not JSON. */
    boolean write(byte[] bytes, int from, int to, LineBuffer out) {
        if (bytes[from] != '[') {
            out.add(bytes, from, to);
            return true;
        }
        out.add('[');
        int at = JsonCursor.blanks(bytes, from + 1, to);
        if (bytes[at] == ']') {
            out.add(']');
            return at + 1 == to;
        }
        for (int place = 1; ; place++) {
            at = element(bytes, at, to, place, out);
            at = at == JsonCursor.NO ? to : JsonCursor.blanks(bytes, at, to);
            if (at >= to || bytes[at] != ',') {
                out.add(']');
                return at + 1 == to && bytes[at] == ']';
            }
            out.add(',');
            at = JsonCursor.blanks(bytes, at + 1, to);
        }
    }

    private int element(byte[] bytes, int from, int to, int place, LineBuffer out) {
        int end = look(bytes, from, to);
        used[used.length - 1]++;
        if (end == JsonCursor.NO) {
            return end;
        }
        if (!takesValues && bytes[from] != '{') {
            out.add(bytes, from, end);
            return end;
        }
        out.add('{');
        boolean first = true;
        int at = 0;
        for (ValueWriter field : fields) {
            int source = field.choose(scan, bytes);
            if (field.hasValue()) {
                if (!first) {
                    out.add(',');
                }
                first = false;
                write(field, source, bytes, place, out);
                used[at + Math.max(source, 0)] += source == ValueWriter.NO_SOURCE ? 0 : 1;
            }
            at += field.slots().length;
        }
        scan.copyExtras(out, first);
        out.add('}');
        return end;
    }

    /** Finds the fields of an element and where it ends. */
    private int look(byte[] bytes, int from, int to) {
        int end;
        if (from < to && bytes[from] == '{') {
            end = scan.scan(bytes, from, to, DEPTH);
        } else {
            scan.clear();
            end = JsonCursor.value(bytes, from, to, DEPTH);
        }
        scan.put(VALUE_SLOT, from, end);
        scan.put(POSITION_SLOT, from, end);
        return end;
    }

    private void write(ValueWriter field, int source, byte[] bytes, int place, LineBuffer out) {
        if (source != ValueWriter.NO_SOURCE && field.slots()[source] == POSITION_SLOT) {
            out.add(field.name());
            out.add(place);
        } else {
            field.write(scan, bytes, out);
        }
    }

    /** Finds out again from where a field of one element of a list came. */
    void lookAgain(byte[] bytes, int from, int to, int index, ValueWriter field) {
        int at = JsonCursor.blanks(bytes, from + 1, to);
        for (int i = 0; bytes[at] != ']'; i++) {
            int end = look(bytes, at, to);
            if (i == index) {
                field.choose(scan, bytes);
                return;
            }
            at = JsonCursor.blanks(bytes, end, to);
            at = bytes[at] == ',' ? JsonCursor.blanks(bytes, at + 1, to) : at;
        }
    }
}
