package io.github.recsyseval.reference;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The Go tool's report: component names, in snake case, are its field names, and absent parts are left out. What is not in that tool's
 * report says so.
 *
 * @param runId mode and time, {@code offline-20250101T000000Z}
 * @param version of the report's form, as the Go tool has it
 * @param effectiveConfig both files with their defaults, secrets masked
 * @param inputDatasetFingerprint SHA-256 of the inputs' roles, names and bytes; absent when one of them cannot be read twice
 * @param artifacts absent when no manifest is named
 * @param gates absent when none is set, like {@code warnings}
 * @param warnings sentences; why the data is not trusted stands here too
 */
public record RunReport(
        String runId,
        String mode,
        String createdAt,
        String version,
        String binaryVersion,
        String gitCommit,
        Map<String, @Nullable Object> effectiveConfig,
        @Nullable String inputDatasetFingerprint,
        @Nullable Artifacts artifacts,
        Summary summary,
        @Nullable Offline offline,
        @Nullable RunExperiment experiment,
        @Nullable RunAaCheck aaCheck,
        DataQuality dataQuality,
        @Nullable List<GateResult> gates,
        @Nullable List<String> warnings) {
    static final String VERSION = "0.1.0";

    /** @param trusted whether the data passes the default limits; not in the Go tool's report */
    public record Summary(long casesEvaluated, boolean trusted, Executive executive) {}

    /**
     * The answer in short.
     *
     * @param decision {@code pass}, {@code fail} or {@code not_configured}, of the gates
     * @param highlightsOf the arm whose rates are highlighted; not in the Go tool's report, and absent outside experiments
     */
    public record Executive(
            String decision,
            @Nullable List<GateResult> gateFailures,
            @Nullable String highlightsOf,
            @Nullable List<Metric> highlights,
            @Nullable List<Delta> keyDeltas,
            @Nullable List<String> nextSteps) {}

    /** @param value 0 where there is nothing to compute it from, as in the Go tool */
    public record Metric(
            String name, double value, @Nullable Interval ci) {}

    /** @param method how it was computed; not in the Go tool's report */
    public record Interval(double lower, double upper, double level, String method) {}

    public record Offline(
            List<Metric> metrics,
            Map<String, List<Metric>> bySegment,
            @Nullable Baseline baseline) {}

    public record Baseline(String baselineRunId, List<Delta> deltas) {}

    /** @param relativeDelta absent when it is 0 or the value before was 0 */
    public record Delta(String name, double delta, @Nullable Double relativeDelta, double before, double after) {}

    /** @param reason why it failed; absent when it passed; not in the Go tool's report */
    public record GateResult(
            String metric,
            double maxDrop,
            double delta,
            boolean passed,
            @Nullable String reason) {}

    /** Which artifacts the manifest names. */
    public record Artifacts(
            String manifestUri,
            @Nullable String tenant,
            @Nullable String surface,
            @Nullable String updatedAt,
            @Nullable List<Artifact> artifacts,
            @Nullable List<String> warnings) {}

    /**
     * An artifact; what it says of itself is absent where it cannot be read.
     *
     * @param checksum SHA-256 of its bytes in hexadecimal digits
     */
    public record Artifact(
            String type,
            String uri,
            @Nullable String version,
            @Nullable String sourceHash,
            @Nullable String builtAt,
            @Nullable String checksum) {}

    public record DataQuality(
            Completeness exposureCompleteness,
            Completeness outcomeCompleteness,
            @Nullable Completeness assignmentCompleteness,
            JoinIntegrity joinIntegrity) {}

    public record Completeness(long total, long missing, double missingRate) {}

    /** @param duplicateExposureRequestIds absent when there are none */
    public record JoinIntegrity(
            long exposureCount,
            long outcomeCount,
            long assignmentsCount,
            @Nullable Long duplicateExposureRequestIds,
            double exposureJoinRate,
            double outcomeJoinRate,
            double assignmentJoinRate) {}
}
