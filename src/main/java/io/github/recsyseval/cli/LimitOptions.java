package io.github.recsyseval.cli;

import picocli.CommandLine.Option;

/** What makes a run fail. */
final class LimitOptions {
    @Option(
            names = "--max-invalid-rate",
            paramLabel = "SHARE",
            description = "The share of invalid lines in any input that is tolerated (default ${DEFAULT-VALUE}).")
    private double maxInvalidRate;

    @Option(names = "--strict", description = "Fail (exit 5) when the data is not trusted.")
    private boolean strict;

    double maxInvalidRate() {
        if (!(maxInvalidRate >= 0 && maxInvalidRate <= 1)) {
            throw new UsageException("--max-invalid-rate takes a share from 0 to 1, not " + maxInvalidRate);
        }
        return maxInvalidRate;
    }

    boolean strict() {
        return strict;
    }
}
