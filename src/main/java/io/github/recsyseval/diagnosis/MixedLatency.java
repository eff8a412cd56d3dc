package io.github.recsyseval.diagnosis;

import io.github.recsyseval.finding.FindingCode;
import java.util.List;
import java.util.Locale;

/**
 * J11: latencies with two peaks, each with more than 5 % of the exposures, and between them a valley below a quarter of the smaller
 * peak: two units, or two places of measurement. Share of the exposures that belong to the smaller peak; nothing is said below a
 * thousand latencies.
 */
final class MixedLatency implements Detector {
    private static final int FEWEST = 1_000;
    private static final double LEAST_MASS = 0.05;
    private static final double VALLEY = 0.25;
    private static final long LEAST_PEAK = 30;

    @Override
    public List<Finding> detect(Evidence evidence) {
        LatencyBins bins = evidence.requests().latencies;
        if (bins.n < FEWEST) {
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
        return valley < 0 ? List.of() : List.of(finding(bins, smooth, valley));
    }

    private static Finding finding(LatencyBins bins, long[] smooth, int valley) {
        long left = sum(bins.counts, 0, valley);
        String text = String.format(
                Locale.ROOT,
                "two peaks, near %.3g ms (%s of the exposures) and near %.3g ms",
                LatencyBins.middle(peak(smooth, 0, valley)),
                Words.percent(left, bins.n),
                LatencyBins.middle(peak(smooth, valley, smooth.length)));
        return Finding.of(FindingCode.J11, Math.min(left, bins.n - left), bins.n, "exposures with latency", text);
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
