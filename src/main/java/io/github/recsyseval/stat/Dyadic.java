package io.github.recsyseval.stat;

import java.math.BigInteger;

/**
 * An exact binary number, {@code significand * 2^exponent}. Sums and products of doubles are such numbers, so a formula
 * that cancels (a variance from raw sums) can be evaluated without any rounding until its last step.
 */
record Dyadic(BigInteger significand, int exponent) {

    /** Bits kept before the one rounding: more than the 53 of a double, and a sticky last bit stands for the rest. */
    private static final int GUARDED_BITS = 62;

    static Dyadic of(long value) {
        return new Dyadic(BigInteger.valueOf(value), 0);
    }

    Dyadic plus(Dyadic other) {
        int common = Math.min(exponent, other.exponent);
        return new Dyadic(alignedTo(common).add(other.alignedTo(common)), common);
    }

    Dyadic minus(Dyadic other) {
        return plus(new Dyadic(other.significand.negate(), other.exponent));
    }

    Dyadic times(Dyadic other) {
        return new Dyadic(significand.multiply(other.significand), exponent + other.exponent);
    }

    int signum() {
        return significand.signum();
    }

    /**
     * The nearest double, ties to even; an infinity beyond the range of doubles. Below 2^-1022 the last bit may be off by
     * one, except for sums of doubles, which are exact there.
     */
    double doubleValue() {
        return rounded(significand, exponent, false);
    }

    /** This number divided by {@code divisor}, rounded once as {@link #doubleValue()} says; NaN when the divisor is 0. */
    double dividedBy(Dyadic divisor) {
        if (divisor.signum() == 0) {
            return Double.NaN;
        }
        int missing = GUARDED_BITS + 2 - significand.bitLength() + divisor.significand.bitLength();
        int shift = Math.max(0, missing);
        BigInteger[] parts = significand.shiftLeft(shift).divideAndRemainder(divisor.significand);
        return rounded(parts[0], exponent - divisor.exponent - shift, parts[1].signum() != 0);
    }

    private BigInteger alignedTo(int common) {
        return significand.shiftLeft(exponent - common);
    }

    /** {@code inexact}: something smaller than the last bit was cut off; only with more than GUARDED_BITS bits. */
    private static double rounded(BigInteger value, int exponent, boolean inexact) {
        BigInteger magnitude = value.abs();
        int excess = Math.max(0, magnitude.bitLength() - GUARDED_BITS);
        long leading = magnitude.shiftRight(excess).longValue();
        if (inexact || (excess > 0 && magnitude.getLowestSetBit() < excess)) {
            leading |= 1;
        }
        double result = Math.scalb((double) leading, exponent + excess);
        return value.signum() < 0 ? -result : result;
    }
}
