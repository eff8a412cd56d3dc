package io.github.recsyseval.evaluation;

import io.github.recsyseval.report.GuardrailSection.LatencyBin;
import io.github.recsyseval.report.GuardrailSection.LatencyDistribution;
import io.github.recsyseval.stat.OrderedValues;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Puts latencies into bins for a chart: equal width, a round number (1, 2 or 5 times a power of ten), at most 40 of them up to a
 * little beyond the 99th percentile, and one open bin for the rest. The bins depend on the values only.
 */
final class LatencyBins {
    private static final int MOST = 40;

    private LatencyBins() {}

    static LatencyDistribution of(@Nullable OrderedValues values) {
        if (values == null || values.count() == 0) {
            return new LatencyDistribution(0, null, null, List.of());
        }
        double min = values.atRank(1);
        double max = values.atRank(values.count());
        double top = Math.min(max, 1.1 * values.quantile(0.99));
        double width = roundUp((top - min) / (MOST - 2));
        double start = Math.floor(min / width) * width;
        List<LatencyBin> bins = new ArrayList<>();
        long before = 0;
        for (int i = 0; i < MOST && (i == 0 || before < values.count()); i++) {
            double from = start + i * width;
            if (from > top) {
                bins.add(new LatencyBin(from, null, values.count() - before));
                break;
            }
            double to = start + (i + 1) * width;
            long upTo = values.countUpTo(Math.nextDown(to));
            bins.add(new LatencyBin(from, to, upTo - before));
            before = upTo;
        }
        return new LatencyDistribution(values.count(), min, max, bins);
    }

    /** The smallest of 1, 2, 5, 10, ... times a power of ten that is not below {@code width}; 1 for 0. */
    private static double roundUp(double width) {
        if (!(width > 0)) {
            return 1;
        }
        double power = Math.pow(10, Math.floor(Math.log10(width)));
        for (double factor : new double[] {1, 2, 5}) {
            if (factor * power >= width) {
                return factor * power;
            }
        }
        return 10 * power;
    }
}
