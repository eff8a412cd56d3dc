package io.github.recsyseval.diagnosis;

/** Latencies in bins of a quarter of an octave, from a thousandth of a millisecond to hours. */
final class LatencyBins {
    static final int BINS = 160;
    private static final int BIN_OF_ONE = 40;

    final long[] counts = new long[BINS];
    long n;

    void add(double ms) {
        if (ms > 0) {
            n++;
            counts[bin(ms)]++;
        }
    }

    void add(LatencyBins other) {
        n += other.n;
        for (int i = 0; i < BINS; i++) {
            counts[i] += other.counts[i];
        }
    }

    /** From the exponent and the two leading bits of the fraction: four bins to an octave, of equal width in it. */
    private static int bin(double ms) {
        long quarters = Double.doubleToRawLongBits(ms) >>> 50;
        long bin = quarters - (1023L << 2) + BIN_OF_ONE;
        return (int) Math.max(0, Math.min(BINS - 1, bin));
    }

    /** The middle of a bin in milliseconds. */
    static double middle(int bin) {
        int quarters = bin - BIN_OF_ONE;
        return Math.scalb(1 + (Math.floorMod(quarters, 4) + 0.5) / 4, Math.floorDiv(quarters, 4));
    }
}
