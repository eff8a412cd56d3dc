package io.github.recsyseval.stat;

import java.math.BigInteger;

/**
 * The exact sum of doubles: no rounding until {@link #value()}, so any order, any split and any merging give the same
 * bits. The sum of nothing is 0.
 *
 * <p>Whole numbers below 2^53 are summed in one {@code long}. Everything else goes into a fixed-point number that could
 * hold every double: digits of 32 bits, each in a {@code long} whose upper half keeps the carries of many additions
 * (R. M. Neal, "Fast exact summation using small and large superaccumulators", arXiv:1505.05571). Only the digits that
 * were touched are allocated, so a sum of counts costs 32 bytes and a sum of rates about 100.
 *
 * <p>Not safe for concurrent use.
 */
public final class ExactSum {

    private static final long[] NO_DIGITS = {};
    private static final int DIGIT_BITS = 32;
    private static final long DIGIT_MASK = 0xffff_ffffL;
    private static final long WHOLE_LIMIT = 1L << 53;

    /** The smallest double is 2^-1074: that is bit 0 of digit 0. */
    private static final int LOWEST_EXPONENT = -1074;

    private static final int EXPONENT_MASK = 0x7ff;
    private static final int FRACTION_BITS = 52;
    private static final long FRACTION_MASK = (1L << FRACTION_BITS) - 1;

    /** One addition moves a digit by less than 2^53, so that 512 of them stay below 2^62. */
    private static final int ADDITIONS_BEFORE_CARRY = 512;

    private long whole;
    private long[] digits = NO_DIGITS;
    private int lowestDigit;
    private int pendingAdditions;

    /**
     * Adds one number.
     *
     * @throws IllegalArgumentException for NaN and infinities
     */
    public void add(double x) {
        long n = (long) x;
        if ((double) n == x && n > -WHOLE_LIMIT && n < WHOLE_LIMIT) {
            addWhole(n);
        } else {
            addBits(x);
        }
    }

    /** Adds all that the other sum holds; the other sum is left as it is. */
    public void add(ExactSum other) {
        addWhole(other.whole);
        if (other.digits.length > 0) {
            addDigits(other.digits, other.lowestDigit);
        }
    }

    /** The exact sum rounded once to the nearest double (ties to even); infinite only if the sum exceeds all doubles. */
    public double value() {
        return digits.length == 0 ? (double) whole : exact().doubleValue();
    }

    /** The sum without any rounding. */
    Dyadic exact() {
        Dyadic wholePart = Dyadic.of(whole);
        if (digits.length == 0) {
            return wholePart;
        }
        carry();
        byte[] bigEndian = new byte[digits.length * Integer.BYTES];
        for (int i = 0; i < digits.length; i++) {
            int end = bigEndian.length - i * Integer.BYTES;
            for (int b = 1; b <= Integer.BYTES; b++) {
                bigEndian[end - b] = (byte) (digits[i] >> (Byte.SIZE * (b - 1)));
            }
        }
        return new Dyadic(new BigInteger(bigEndian), lowestDigit * DIGIT_BITS + LOWEST_EXPONENT).plus(wholePart);
    }

    /** Adds a whole number. */
    void addWhole(long n) {
        long sum = whole + n;
        boolean overflow = ((whole ^ sum) & (n ^ sum)) < 0;
        if (overflow) {
            addBits((double) (whole & ~DIGIT_MASK));
            addBits((double) (whole & DIGIT_MASK));
            sum = n;
        }
        whole = sum;
    }

    private void addBits(double x) {
        long bits = Double.doubleToRawLongBits(x);
        int biased = (int) (bits >>> FRACTION_BITS) & EXPONENT_MASK;
        if (biased == EXPONENT_MASK) {
            throw new IllegalArgumentException("not a finite number: " + x);
        }
        boolean subnormal = biased == 0;
        long significand = subnormal ? bits & FRACTION_MASK : bits & FRACTION_MASK | 1L << FRACTION_BITS;
        int position = subnormal ? 0 : biased - 1;
        int shift = position % DIGIT_BITS;
        long low = significand << shift & DIGIT_MASK;
        long high = significand >>> (DIGIT_BITS - shift);
        int i = widen(position / DIGIT_BITS, 2);
        if (bits >= 0) {
            digits[i] += low;
            digits[i + 1] += high;
        } else {
            digits[i] -= low;
            digits[i + 1] -= high;
        }
        if (++pendingAdditions == ADDITIONS_BEFORE_CARRY) {
            carry();
        }
    }

    private void addDigits(long[] others, int othersLowest) {
        carry();
        int start = widen(othersLowest, others.length);
        for (int i = 0; i < others.length; i++) {
            digits[start + i] += others[i];
        }
        carry();
    }

    /** Leaves every digit but the uppermost in [0, 2^32) and the uppermost in [-2^31, 2^31). */
    private void carry() {
        pendingAdditions = 0;
        for (int i = 0; i < digits.length; i++) {
            boolean uppermost = i == digits.length - 1;
            if (uppermost && digits[i] == (int) digits[i]) {
                return;
            }
            if (uppermost) {
                widen(lowestDigit, digits.length + 1);
            }
            digits[i + 1] += digits[i] >> DIGIT_BITS;
            digits[i] &= DIGIT_MASK;
        }
    }

    /** Makes room for {@code count} digits from {@code digit} on and returns the index of the first. */
    private int widen(int digit, int count) {
        int index = digit - lowestDigit;
        if (index >= 0 && index + count <= digits.length) {
            return index;
        }
        boolean empty = digits.length == 0;
        int from = empty ? digit : Math.min(digit, lowestDigit);
        int to = Math.max(digit + count, empty ? 0 : lowestDigit + digits.length);
        long[] wider = new long[to - from];
        System.arraycopy(digits, 0, wider, empty ? 0 : lowestDigit - from, digits.length);
        digits = wider;
        lowestDigit = from;
        return digit - from;
    }
}
