package io.github.recsyseval.diagnosis;

import java.util.Arrays;

/** Latencies above 0, in milliseconds, in bins that are fine enough to tell where most of them lie. Integers; any order, any split. */
final class Latencies {
    /** Fine bins to each of {@link LogBins}. */
    private static final int FINE = 16;
    /** Up to here the bins of {@link LogBins} are narrower than a millisecond, so that whole ones leave some of them empty. */
    private static final int LAST_WHOLE = 8;
    /** Latencies are taken to be rounded when so many of the short ones are whole. */
    private static final double ROUNDED = 0.9;
    /** A fine bin with so much of its neighbourhood is a peak of its own. */
    private static final double SPIKE = 0.25;

    private static final double LONGEST = 1e9;
    private static final double A_DAY = 86_400_000;

    private final long[] counts = new long[FINE * LogBins.BINS];
    private final long[] micros = new long[counts.length];
    private final long[] whole = new long[LAST_WHOLE + 1];
    long n;
    /** Not among the others. */
    long zeros;
    /** Among the others. */
    long overADay;

    /** Counts a latency; one that is not above 0 is none. */
    void add(double latency) {
        zeros += latency == 0 ? 1 : 0;
        if (latency > 0) {
            n++;
            overADay += latency > A_DAY ? 1 : 0;
            int bin = bin(latency);
            counts[bin]++;
            micros[bin] += Math.round(1000 * Math.min(latency, LONGEST));
            if (latency <= LAST_WHOLE && latency == Math.rint(latency)) {
                whole[(int) latency]++;
            }
        }
    }

    void add(Latencies other) {
        n += other.n;
        zeros += other.zeros;
        overADay += other.overADay;
        for (int i = 0; i < counts.length; i++) {
            counts[i] += other.counts[i];
            micros[i] += other.micros[i];
        }
        for (int i = 0; i < whole.length; i++) {
            whole[i] += other.whole[i];
        }
    }

    private static int bin(double latency) {
        long bin = (Double.doubleToRawLongBits(latency) >>> 46) - (1023L << 6) + FINE * LogBins.BIN_OF_ONE;
        return (int) Math.max(0, Math.min(FINE * LogBins.BINS - 1, bin));
    }

    /** The same in coarse bins. Where latencies are whole, those that one of them stands for are spread over half a millisecond either way. */
    LogBins bins() {
        LogBins bins = new LogBins();
        bins.n = n;
        for (int i = 0; i < counts.length; i++) {
            bins.counts[i / FINE] += counts[i];
        }
        long shortOnes = Arrays.stream(counts, 0, bin(LAST_WHOLE) + 1).sum();
        if (Arrays.stream(whole).sum() >= ROUNDED * shortOnes) {
            for (int latency = 1; latency <= LAST_WHOLE; latency++) {
                spread(latency, bins);
            }
        }
        return bins;
    }

    private void spread(int latency, LogBins bins) {
        bins.counts[bin(latency) / FINE] -= whole[latency];
        long spread = 0;
        for (int bin = bin(latency - 0.5) / FINE; spread < whole[latency]; bin++) {
            double below = Math.min(1, LogBins.lower(bin + 1) - (latency - 0.5));
            long upTo = Math.round(below * whole[latency]);
            bins.counts[bin] += upTo - spread;
            spread = upTo;
        }
    }

    /** The most frequent latency about a coarse bin: where one of them stands out that one, else the middle of the bin. */
    double mode(int coarse) {
        int from = Math.max(0, FINE * (coarse - 1));
        int to = Math.min(counts.length, FINE * (coarse + 2));
        int mode = from;
        for (int i = from; i < to; i++) {
            mode = counts[i] > counts[mode] ? i : mode;
        }
        boolean standsOut =
                counts[mode] > SPIKE * Arrays.stream(counts, from, to).sum();
        return standsOut ? micros[mode] / 1000.0 / counts[mode] : LogBins.middle(coarse);
    }
}
