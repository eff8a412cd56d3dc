package io.github.recsyseval.metric;

import io.github.recsyseval.join.JoinedRequest;

/** Computes the numerators of one group of metrics for a request. One instance serves one thread. */
public interface RequestScorer {
    /**
     * Writes the numerators to {@code out[at], out[at + 1], ...} in the order of the metrics; all are finite.
     *
     * @return whether the request is judged, which matters to metrics with that base only
     */
    boolean score(JoinedRequest request, double[] out, int at);
}
