package io.github.recsyseval.reference;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The Go tool's decision file.
 *
 * @param decision {@code ship}, {@code hold} or {@code fail}
 * @param reason the sentences that decided; the Go tool has a few words, and none for ship
 * @param primaryMetrics the metrics that decide
 * @param guardrails the limits of the file, of the candidate
 * @param thresholds as in the file
 * @param datasetWindow of the exposures; the Go tool's includes outcomes
 * @param srm absent where the file does not ask for it
 */
public record RunDecision(
        String decision,
        String reason,
        String controlVariant,
        String candidateVariant,
        List<Metric> primaryMetrics,
        List<Guardrail> guardrails,
        Map<String, Double> thresholds,
        Window datasetWindow,
        Versions versions,
        @Nullable Srm srm) {
    private static final Map<String, String> WORDS = Map.of("ship", "ship", "hold", "hold", "rollback", "fail");

    /** Our word for a decision in that of the Go tool. */
    static String word(String ours) {
        return WORDS.getOrDefault(ours, ours);
    }

    /** @param delta absent where there is none, with {@code relativeDelta} */
    public record Metric(
            String metric, @Nullable Double delta, @Nullable Double relativeDelta, double threshold) {}

    /** @param value absent where nothing was measured, which does not pass */
    public record Guardrail(String metric, @Nullable Double value, double threshold, boolean passed) {}

    public record Window(@Nullable String start, @Nullable String end) {}

    public record Versions(String binaryVersion, String gitCommit) {}

    public record Srm(boolean detected, double pValue, double alpha) {}
}
