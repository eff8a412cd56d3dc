package io.github.recsyseval.metric;

import io.github.recsyseval.join.JoinedRequest;

/** Computes the numerators of one group of metrics for a request. One instance serves one thread. */
public interface RequestScorer {
    /**
     * Writes the numerators to {@code out[at], out[at + 1], ...} in the order of the metrics: finite, or NaN for a request that does
     * not count for the metric, neither above nor below the line.
     */
    void score(JoinedRequest request, double[] out, int at);
}
