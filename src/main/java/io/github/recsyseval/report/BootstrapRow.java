package io.github.recsyseval.report;

import org.jspecify.annotations.Nullable;

/**
 * A bootstrap interval.
 *
 * @param lower null where there is none, with the reason; likewise upper
 * @param replicates B
 * @param monteCarloError by how much the ends would vary with the seed, as a standard error
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
