package io.github.recsyseval.report;

import org.jspecify.annotations.Nullable;

/**
 * A percentile interval from a Poisson bootstrap by user.
 *
 * @param lower lower end; null if there is no interval
 * @param replicates number of resamples
 * @param monteCarloError standard error of the ends caused by the random seed
 */
public record BootstrapRow(
        @Nullable Double lower,
        @Nullable Double upper,
        double level,
        String method,
        int replicates,
        long seed,
        @Nullable Double monteCarloError,
        @Nullable String reason) {}
