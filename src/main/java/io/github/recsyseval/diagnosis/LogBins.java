package io.github.recsyseval.diagnosis;

/** Positive numbers, such as latencies in milliseconds, in bins of a quarter of an octave from a thousandth to a thousand million. */
final class LogBins {
    static final int BINS = 160;
    /** The bin of numbers from 1 to 1.25. */
    static final int BIN_OF_ONE = 40;

    final long[] counts = new long[BINS];
    long n;

    /** Counts a number; one that is not above 0 is none. */
    void add(double value) {
        if (value > 0) {
            n++;
            counts[bin(value)]++;
        }
    }

    /** Counts so many numbers of a bin. */
    void add(int bin, long count) {
        n += count;
        counts[bin] += count;
    }

    void add(LogBins other) {
        n += other.n;
        for (int i = 0; i < BINS; i++) {
            counts[i] += other.counts[i];
        }
    }

    /** From the exponent and the two leading bits of the fraction: four bins to an octave, of equal width in it. */
    static int bin(double value) {
        long quarters = Double.doubleToRawLongBits(value) >>> 50;
        long bin = quarters - (1023L << 2) + BIN_OF_ONE;
        return (int) Math.max(0, Math.min(BINS - 1, bin));
    }

    /** The lower end of a bin. */
    static double lower(int bin) {
        int quarters = bin - BIN_OF_ONE;
        return Math.scalb(1 + Math.floorMod(quarters, 4) / 4.0, Math.floorDiv(quarters, 4));
    }

    /** The middle of a bin. */
    static double middle(int bin) {
        int quarters = bin - BIN_OF_ONE;
        return Math.scalb(1 + (Math.floorMod(quarters, 4) + 0.5) / 4, Math.floorDiv(quarters, 4));
    }

    /** The bin that holds the median; the first one without any number. */
    int median() {
        return median(0);
    }

    /** The bin that holds the median of the numbers in the bins from {@code from} on; that bin without any. */
    int median(int from) {
        long all = count(from, BINS);
        long below = 0;
        for (int bin = from; bin < BINS; bin++) {
            below += counts[bin];
            if (2 * below >= all) {
                return bin;
            }
        }
        return from;
    }

    /** How many numbers lie in the bins {@code [from, to)}, as far as there are such bins. */
    long count(int from, int to) {
        long count = 0;
        for (int bin = Math.max(0, from); bin < Math.min(BINS, to); bin++) {
            count += counts[bin];
        }
        return count;
    }
}
