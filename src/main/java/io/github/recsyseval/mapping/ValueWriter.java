package io.github.recsyseval.mapping;

import io.github.recsyseval.event.Timestamps;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Writes the value that one rule finds. One instance serves one thread. */
final class ValueWriter {
    /** What became of a value. */
    enum Written {
        VALUE,
        /** There is none, so the field is left out. */
        NOTHING,
        /** The record is to be left out. */
        IGNORED
    }

    static final int NO_SOURCE = -1;
    private static final int MICROS_PER_SECOND = 1_000_000;
    private static final int MICROS_PER_MILLI = 1_000;

    private final Rule rule;
    private final byte[] name;
    private final int[] slots;
    private final boolean inContext;
    private final boolean leavesOutNull;
    private final byte @Nullable [] otherwise;
    private final Map<String, byte[]> replacements = new HashMap<>();
    private final byte @Nullable [] others;
    private int chosen = NO_SOURCE;

    /**
     * @param slots where the values of the rule's sources are noted, in their order
     * @param leavesOutNull whether a null is as good as no value
     */
    ValueWriter(Rule rule, int[] slots, boolean leavesOutNull) {
        this.rule = rule;
        this.slots = slots;
        inContext = rule.isContextKey();
        boolean translates = !rule.values().isEmpty() || rule.others() != null;
        this.leavesOutNull = inContext || leavesOutNull && !translates;
        name = LineBuffer.name(inContext ? rule.contextKey() : rule.target());
        otherwise = rule.emptyList() ? new byte[] {'[', ']'} : json(rule.otherwise());
        Rule.Others rest = rule.others();
        others = rest == null ? null : json(rest.literal().orElse(null));
        rule.values().forEach((value, literal) -> {
            if (literal.isPresent()) {
                replacements.put(value, literal.get().json(inContext));
            }
        });
    }

    private byte @Nullable [] json(@Nullable Literal literal) {
        return literal == null ? null : literal.json(inContext);
    }

    Rule rule() {
        return rule;
    }

    /** Whether a null is as good as no value, so that the value has to be looked at. */
    boolean leavesOutNull() {
        return leavesOutNull;
    }

    /** The name of the field in JSON, with its colon. */
    byte[] name() {
        return name;
    }

    int[] slots() {
        return slots;
    }

    /** Which source the last value came from; {@link #NO_SOURCE} for none. */
    int chosen() {
        return chosen;
    }

    /** Forgets the last value. */
    void clear() {
        chosen = NO_SOURCE;
    }

    /** Chooses the source: the first that holds something, or else the first that is there. */
    int choose(FieldScan scan, byte[] bytes) {
        chosen = NO_SOURCE;
        for (int i = 0; i < slots.length; i++) {
            if (scan.has(slots[i])) {
                if (slots.length == 1 || isPosition(i) || holdsSomething(bytes, scan.from(slots[i]))) {
                    chosen = i;
                    return i;
                }
                chosen = chosen == NO_SOURCE ? i : chosen;
            }
        }
        return chosen;
    }

    /** Whether there is anything to write, after {@link #choose}. */
    boolean hasValue() {
        return chosen != NO_SOURCE || otherwise != null;
    }

    /** Whether a source is the place in the list, which is there whatever the element holds. */
    private boolean isPosition(int source) {
        return rule.sources().get(source).equals(FieldPath.POSITION);
    }

    private static boolean holdsSomething(byte[] bytes, int from) {
        return bytes[from] != 'n' && !(bytes[from] == '"' && bytes[from + 1] == '"');
    }

    /** Writes the name of the field and the value that was chosen. */
    Written write(FieldScan scan, byte[] bytes, LineBuffer out) {
        if (chosen == NO_SOURCE) {
            if (otherwise == null) {
                return Written.NOTHING;
            }
            out.add(name);
            out.add(otherwise);
            return Written.VALUE;
        }
        int from = scan.from(slots[chosen]);
        int to = scan.to(slots[chosen]);
        if (leavesOutNull && bytes[from] == 'n') {
            return Written.NOTHING;
        }
        if (!rule.values().isEmpty() || rule.others() != null) {
            return replaced(bytes, from, to, out);
        }
        out.add(name);
        convert(bytes, from, to, out);
        return Written.VALUE;
    }

    private Written replaced(byte[] bytes, int from, int to, LineBuffer out) {
        String value = bytes[from] == '"' ? FieldLevel.text(bytes, from, to) : token(bytes, from, to);
        byte[] replacement = replacements.get(value);
        boolean known = rule.values().containsKey(value);
        if (!known && rule.others() != null) {
            replacement = others;
            known = true;
        }
        if (known && replacement == null) {
            return Written.IGNORED;
        }
        out.add(name);
        if (replacement == null) {
            convert(bytes, from, to, out);
        } else {
            out.add(replacement);
        }
        return Written.VALUE;
    }

    private static String token(byte[] bytes, int from, int to) {
        return new String(bytes, from, to - from, StandardCharsets.UTF_8);
    }

    private void convert(byte[] bytes, int from, int to, LineBuffer out) {
        switch (rule.as()) {
            case NONE -> {
                if (inContext) {
                    quoted(bytes, from, to, out);
                } else {
                    out.add(bytes, from, to);
                }
            }
            case TEXT -> quoted(bytes, from, to, out);
            case NUMBER -> {
                boolean number = isText(bytes, from) && JsonCursor.number(bytes, from + 1, to - 1) == to - 1;
                out.add(bytes, number ? from + 1 : from, number ? to - 1 : to);
            }
            case EPOCH_SECONDS -> time(bytes, from, to, MICROS_PER_SECOND, out);
            case EPOCH_MILLIS -> time(bytes, from, to, MICROS_PER_MILLI, out);
            case EPOCH_MICROS -> time(bytes, from, to, 1, out);
        }
    }

    private static boolean isText(byte[] bytes, int from) {
        return bytes[from] == '"';
    }

    /** A number or truth value as a text; anything else as it is. */
    static void quoted(byte[] bytes, int from, int to, LineBuffer out) {
        byte first = bytes[from];
        boolean plain = first != '"' && first != '{' && first != '[' && first != 'n';
        if (plain) {
            out.add('"');
        }
        out.add(bytes, from, to);
        if (plain) {
            out.add('"');
        }
    }

    private static void time(byte[] bytes, int from, int to, int microsPerUnit, LineBuffer out) {
        int start = isText(bytes, from) ? from + 1 : from;
        int end = isText(bytes, from) ? to - 1 : to;
        long micros = JsonCursor.number(bytes, start, end) == end
                ? EpochTime.micros(bytes, start, end, microsPerUnit)
                : Timestamps.UNREADABLE;
        if (micros == Timestamps.UNREADABLE) {
            out.add(bytes, from, to);
        } else {
            out.add('"');
            out.add(Timestamps.format(micros));
            out.add('"');
        }
    }
}
