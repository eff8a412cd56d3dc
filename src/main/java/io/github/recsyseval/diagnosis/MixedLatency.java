package io.github.recsyseval.diagnosis;

import io.github.recsyseval.finding.FindingCode;
import io.github.recsyseval.finding.Spoiled;
import java.util.List;
import java.util.Optional;

/**
 * J11: latencies with two peaks, each with more than 5 % of the exposures, and between them a valley below a quarter of the smaller
 * peak: two units, or two places of measurement. Share of the exposures that belong to the smaller peak; nothing is said below a
 * thousand latencies, or two hundred where the peaks are so far apart that only units explain it. Then every figure in milliseconds is
 * wrong; peaks that are closer may be a cache.
 */
final class MixedLatency implements Detector {
    private static final int FEWEST = 1_000;
    private static final int FEWEST_OF_UNITS = 200;
    /** Seconds and milliseconds are 1,000 times apart, and the places that log them a few times. */
    private static final double UNITS_APART = 200;

    private static final double LEAST_MASS = 0.05;
    private static final double VALLEY = 0.25;
    private static final long LEAST_PEAK = 30;

    @Override
    public List<Finding> detect(Evidence evidence) {
        Latencies latencies = evidence.requests().latencies;
        LogBins bins = latencies.bins();
        if (bins.n < FEWEST_OF_UNITS) {
            return List.of();
        }
        long[] smooth = smooth(bins.counts);
        double deepest = VALLEY;
        int valley = -1;
        for (int i = 1; i < smooth.length - 1; i++) {
            long peak = Math.min(highest(smooth, 0, i), highest(smooth, i + 1, smooth.length));
            long left = sum(bins.counts, 0, i);
            long smaller = Math.min(left, bins.n - left);
            double depth = peak < LEAST_PEAK ? 1 : (double) smooth[i] / peak;
            if (smaller > LEAST_MASS * bins.n && depth < deepest) {
                deepest = depth;
                valley = i;
            }
        }
        return valley < 0
                ? List.of()
                : finding(latencies, bins, smooth, valley).stream().toList();
    }

    private static Optional<Finding> finding(Latencies latencies, LogBins bins, long[] smooth, int valley) {
        long left = sum(bins.counts, 0, valley);
        double low = latencies.mode(peak(smooth, 0, valley));
        double high = latencies.mode(peak(smooth, valley, smooth.length));
        String text = "two peaks, near " + Words.millis(low) + " (" + Words.percent(left, bins.n)
                + " of the exposures) and near " + Words.millis(high);
        Finding found =
                Finding.of(FindingCode.J11, Math.min(left, bins.n - left), bins.n, "exposures with latency", text);
        if (high >= UNITS_APART * low) {
            return Optional.of(found.spoiling(Spoiled.LATENCIES));
        }
        return bins.n < FEWEST ? Optional.empty() : Optional.of(found);
    }

    /** The mean of each bin and its neighbours, times three. */
    private static long[] smooth(long[] counts) {
        long[] smooth = new long[counts.length];
        for (int i = 1; i < counts.length - 1; i++) {
            smooth[i] = counts[i - 1] + counts[i] + counts[i + 1];
        }
        return smooth;
    }

    private static int peak(long[] counts, int from, int to) {
        int peak = from;
        for (int i = from; i < to; i++) {
            peak = counts[i] > counts[peak] ? i : peak;
        }
        return peak;
    }

    private static long highest(long[] counts, int from, int to) {
        return counts[peak(counts, from, to)];
    }

    private static long sum(long[] counts, int from, int to) {
        long sum = 0;
        for (int i = from; i < to; i++) {
            sum += counts[i];
        }
        return sum;
    }
}
