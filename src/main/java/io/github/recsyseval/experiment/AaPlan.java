package io.github.recsyseval.experiment;

import io.github.recsyseval.metric.kpi.RequestRates;
import java.util.List;
import java.util.Set;

/**
 * What an A/A check tries.
 *
 * @param rates KPIs, at least one
 * @param required those that the user named: one that cannot be tested fails
 * @param levels at which rejections are counted, between 0 and 1; the verdict rests on 0.05 whatever they are
 * @param replicates how often users are dealt out, at least 100
 * @param threads how many threads may do so; the result is the same
 */
public record AaPlan(
        List<RequestRates> rates,
        Set<RequestRates> required,
        List<Double> levels,
        int replicates,
        long seed,
        int threads) {
    public static final List<Double> DEFAULT_LEVELS = List.of(0.05, 0.01, 0.001);
    public static final int DEFAULT_REPLICATES = 1000;
    public static final int FEWEST_REPLICATES = 100;

    public AaPlan {
        rates = List.copyOf(rates);
        required = Set.copyOf(required);
        levels = List.copyOf(levels);
        if (rates.isEmpty() || replicates < FEWEST_REPLICATES) {
            throw new IllegalArgumentException(rates + ", " + replicates + " replicates");
        }
    }
}
