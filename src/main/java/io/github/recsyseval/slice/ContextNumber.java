package io.github.recsyseval.slice;

import io.github.recsyseval.text.Decimals;
import org.jspecify.annotations.Nullable;

/**
 * A number that exposures log as text under a context key, kept in two columns of ints: the upper and the lower half of its bits.
 * Shared by all threads; each reads through its own {@link Lookup}.
 */
public final class ContextNumber {
    /** How many columns it takes. */
    public static final int COLUMNS = 2;

    private static final int LONGEST = 64;

    /** Beyond it the sums of squares of many users, and products of these, are no longer numbers. */
    private static final double LARGEST = 1e100;

    /** Nearer to 0, squares are lost. */
    private static final double SMALLEST = 1e-100;

    private final String key;
    private volatile boolean keyMet;
    private volatile boolean numberMet;

    public ContextNumber(String key) {
        this.key = key;
    }

    public String key() {
        return key;
    }

    /** Whether any exposure has the key. */
    public boolean keyMet() {
        return keyMet;
    }

    /** Whether the value of any exposure is a number. */
    public boolean numberMet() {
        return numberMet;
    }

    /** The number whose halves are given; NaN for none. */
    public static double value(int upper, int lower) {
        return Double.longBitsToDouble((long) upper << Integer.SIZE | lower & 0xffff_ffffL);
    }

    /**
     * A plain decimal number, such as {@code -1.5e-3}; 0 for what lies nearer to it than {@value #SMALLEST}; NaN for absent, anything
     * else, and numbers beyond {@value #LARGEST}, with which nothing can be computed.
     */
    static double number(@Nullable String text) {
        if (text == null || text.length() > LONGEST || !Decimals.isDecimal(text)) {
            return Double.NaN;
        }
        double number = Double.parseDouble(text);
        double size = Math.abs(number);
        return size > LARGEST ? Double.NaN : size < SMALLEST ? 0 : number;
    }

    /** @param slot where the key stands in the context values of an exposure */
    public Lookup lookup(int slot) {
        return new Lookup(slot);
    }

    /** One thread's way to the numbers. */
    public final class Lookup {
        private final int slot;

        private Lookup(int slot) {
            this.slot = slot;
        }

        /** Writes the halves of an exposure's number into {@code columns[at]} and the one after. */
        public void fill(@Nullable String[] context, int[] columns, int at) {
            String text = context[slot];
            double number = number(text);
            if (text != null && !keyMet) {
                keyMet = true;
            }
            if (!Double.isNaN(number) && !numberMet) {
                numberMet = true;
            }
            long bits = Double.doubleToLongBits(number);
            columns[at] = (int) (bits >>> Integer.SIZE);
            columns[at + 1] = (int) bits;
        }
    }
}
