package io.github.recsyseval.cli;

import io.github.recsyseval.evaluation.GuardrailLimits;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The most that failures and latency may reach, whatever they were before. */
final class CapOptions {
    @Option(
            names = "--max-empty-rate",
            paramLabel = "SHARE",
            description = "The largest allowed share of exposures with an empty list.")
    private @Nullable Double maxEmptyRate;

    @Option(
            names = "--max-error-rate",
            paramLabel = "SHARE",
            description = "The largest allowed share of exposures with error: true. Fails if no exposure logs error.")
    private @Nullable Double maxErrorRate;

    @Option(
            names = "--max-latency-p95-ms",
            paramLabel = "MS",
            description = "The highest allowed 95th percentile of latency_ms. Fails if none is logged.")
    private @Nullable Double maxLatencyP95Ms;

    @Option(names = "--max-latency-p99-ms", paramLabel = "MS", description = "The same for the 99th percentile.")
    private @Nullable Double maxLatencyP99Ms;

    /** The limits, checked. */
    GuardrailLimits limits() {
        LimitOptions.checkShare("--max-empty-rate", maxEmptyRate);
        LimitOptions.checkShare("--max-error-rate", maxErrorRate);
        milliseconds("--max-latency-p95-ms", maxLatencyP95Ms);
        milliseconds("--max-latency-p99-ms", maxLatencyP99Ms);
        return new GuardrailLimits(maxEmptyRate, maxErrorRate, maxLatencyP95Ms, maxLatencyP99Ms, List.of(), null);
    }

    private static void milliseconds(String option, @Nullable Double value) {
        if (value != null && !(value >= 0 && Double.isFinite(value))) {
            throw new UsageException(option + " takes milliseconds from 0 up, not " + value);
        }
    }
}
