package io.github.recsyseval.slice;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Numbers the slices of a breakdown as they are met. The numbers depend on who comes first and never leave the process; names do.
 * Shared by all threads; each looks slices up through its own {@link Lookup}.
 */
public final class SliceTable {
    /** A breakdown with more slices than this is not shown: it says {@code too_many_values} instead. */
    public static final int MAX_SLICES = 65_536;

    /** Nor one whose slices have names with more characters than this in sum: what is logged there is no name of anything. */
    public static final int MAX_CHARACTERS = 1 << 23;

    private final Breakdown breakdown;
    private final Numbering<String> numbers = new Numbering<>(MAX_SLICES, MAX_CHARACTERS, String::length);
    private final boolean[] keyMet;

    public SliceTable(Breakdown breakdown) {
        this.breakdown = breakdown;
        keyMet = new boolean[breakdown.keys().size()];
    }

    public Breakdown breakdown() {
        return breakdown;
    }

    /** Whether the exposures fell into more than {@link #MAX_SLICES} slices, or into slices with too long names. */
    public boolean tooMany() {
        return numbers.isFull();
    }

    /** Slice names by number. */
    public List<String> names() {
        return numbers.keys();
    }

    /** The keys that no exposure had. */
    public List<String> keysNeverMet() {
        List<String> never = new ArrayList<>();
        synchronized (keyMet) {
            for (int i = 0; i < keyMet.length; i++) {
                if (!keyMet[i]) {
                    never.add(breakdown.keys().get(i));
                }
            }
        }
        return never;
    }

    /** @param slots where the breakdown's keys stand in the context values of an exposure */
    public Lookup lookup(int[] slots) {
        return new Lookup(slots);
    }

    private int number(@Nullable String[] values) {
        for (int i = 0; i < values.length; i++) {
            if (values[i] != null) {
                synchronized (keyMet) {
                    keyMet[i] = true;
                }
            }
        }
        return numbers.isFull() ? 0 : numbers.of(breakdown.sliceName(values));
    }

    /** One thread's way to slice numbers: a small cache that answers without building names. */
    public final class Lookup {
        private static final int CACHE = 1024;

        /** Longer values are not kept. */
        private static final int LONGEST = 1024;

        private final int[] slots;
        private final @Nullable String[] values;
        private final @Nullable String[][] cachedValues = new String[CACHE][];
        private final int[] cachedNumber = new int[CACHE];

        private Lookup(int[] slots) {
            this.slots = slots;
            values = new @Nullable String[slots.length];
        }

        /** The slice of an exposure with these context values. */
        public int number(@Nullable String[] context) {
            int hash = 0;
            long length = 0;
            for (int i = 0; i < slots.length; i++) {
                String value = context[slots[i]];
                values[i] = value;
                hash = 31 * hash + (value == null ? 0 : value.hashCode());
                length += value == null ? 0 : value.length();
            }
            if (length > LONGEST) {
                return SliceTable.this.number(values);
            }
            int at = (hash ^ hash >>> 16) & CACHE - 1;
            String[] cached = cachedValues[at];
            if (cached == null || !same(cached)) {
                cachedNumber[at] = SliceTable.this.number(values);
                cachedValues[at] = values.clone();
            }
            return cachedNumber[at];
        }

        private boolean same(@Nullable String[] cached) {
            for (int i = 0; i < values.length; i++) {
                if (!Objects.equals(cached[i], values[i])) {
                    return false;
                }
            }
            return true;
        }
    }
}
