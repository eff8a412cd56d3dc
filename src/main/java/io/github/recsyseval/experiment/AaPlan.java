package io.github.recsyseval.experiment;

import io.github.recsyseval.metric.kpi.RequestRates;
import java.util.List;

/**
 * What an A/A check tries.
 *
 * @param rates KPIs, at least one
 * @param required whether the user named them, so that one that cannot be tested fails
 * @param replicates how often users are dealt out, at least 100
 * @param threads how many threads may do so; the result is the same
 */
public record AaPlan(List<RequestRates> rates, boolean required, int replicates, long seed, int threads) {
    public static final int DEFAULT_REPLICATES = 1000;
    public static final int FEWEST_REPLICATES = 100;

    public AaPlan {
        rates = List.copyOf(rates);
        if (rates.isEmpty() || replicates < FEWEST_REPLICATES) {
            throw new IllegalArgumentException(rates + ", " + replicates + " replicates");
        }
    }
}
