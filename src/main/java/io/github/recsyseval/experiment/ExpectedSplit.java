package io.github.recsyseval.experiment;

import java.util.Map;
import java.util.TreeMap;

/**
 * How users should split between the arms, and when a split counts as off.
 *
 * @param weights intended weights by arm, in any unit; empty for equal ones of all arms
 * @param alpha below which p-values reject the split, in (0, 1)
 * @param fewestUsers with fewer than these no p-value rejects it; users in an arm that the weights do not name do all the same
 */
public record ExpectedSplit(Map<String, Double> weights, double alpha, long fewestUsers) {
    /** Fabijan et al., KDD 2019: so rare by chance that a rejection is believed. */
    public static final double DEFAULT_ALPHA = 0.001;

    public ExpectedSplit {
        weights = new TreeMap<>(weights);
        if (!(alpha > 0 && alpha < 1)) {
            throw new IllegalArgumentException("alpha of a split: " + alpha);
        }
    }

    /** Whether anybody said how users should split. */
    boolean isGiven() {
        return !weights.isEmpty();
    }

    /** The usual test of some weights. */
    public static ExpectedSplit of(Map<String, Double> weights) {
        return new ExpectedSplit(weights, DEFAULT_ALPHA, 0);
    }
}
