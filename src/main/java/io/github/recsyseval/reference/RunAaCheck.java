package io.github.recsyseval.reference;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The A/A check in the Go tool's report. There each metric is tested once for each variant and segment of the experiment; here as often as
 * users are dealt out anew.
 *
 * @param metrics by name
 * @param thresholds as in the file
 * @param totalTests of the metrics that can be checked
 * @param uniformish whether no metric is off; the Go tool's word for at most 2.5 times the expected number of small p-values
 * @param users who are dealt out; not in the Go tool's report, nor is the next one
 * @param seed of the dealing
 */
public record RunAaCheck(
        List<Metric> metrics, List<Double> thresholds, long totalTests, boolean uniformish, long users, long seed) {
    /** The Go tool's code of the warning. */
    private static final String OFF = "aa_check_false_positives";

    /**
     * One metric; what follows the counts is not in the Go tool's report.
     *
     * @param bySegment never: segments are not dealt out
     * @param counts p-values below each threshold; all 0 where the metric cannot be checked
     * @param tests how many splits could be tested
     * @param falsePositiveRate the share below 0.05; absent where the metric cannot be checked, like the next two
     * @param ci of that share
     * @param uniformityP p-value of "evenly spread"
     * @param verdict {@code pass}, {@code fail} or {@code unknown}
     * @param message what is wrong; absent when it passes
     */
    public record Metric(
            String metric,
            boolean bySegment,
            Map<String, Long> counts,
            long tests,
            @Nullable Double falsePositiveRate,
            RunReport.@Nullable Interval ci,
            @Nullable Double uniformityP,
            String verdict,
            @Nullable String message) {}

    /** The metrics that the check fails for: those that are off, or else those that cannot be checked; empty when it passes. */
    public List<String> off() {
        if (uniformish) {
            return List.of();
        }
        List<String> off = named("fail");
        return off.isEmpty() ? named("unknown") : off;
    }

    private List<String> named(String verdict) {
        return metrics.stream()
                .filter(metric -> metric.verdict().equals(verdict))
                .map(Metric::metric)
                .toList();
    }

    /** What is wrong, after the Go tool's code where the check fails for it. */
    List<String> warnings() {
        List<String> off = off();
        List<String> warnings = new ArrayList<>();
        for (Metric metric : metrics) {
            if (metric.message() != null) {
                warnings.add((off.contains(metric.metric()) ? OFF + ": " : "") + metric.message());
            }
        }
        return warnings;
    }
}
