package io.github.recsyseval.report;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Whether the data is good enough to rely on the metrics.
 *
 * @param limits the limits that decide trust, and the limits on data quality set by the user
 * @param exposureClasses number of exposure lines in each class. Every line is in exactly one class; a line excluded by a filter
 *     is in excluded, even if it is a duplicate.
 * @param attribution which matched outcomes count
 * @param findings faults that the schemas do not detect, root causes first
 * @param unmatchedCauses likely causes of the unmatched outcomes. The parts add up to all that were examined.
 * @param metrics the join rates with their intervals
 * @param bySegment exposure join rate of each slice. The outcome join rate is null, because outcomes carry no context. Slices are
 *     named as in kpis.by_segment.
 * @param byHour join rates for every hour in summary.time_zone, in order: exposures by their own time, outcomes by theirs. Empty,
 *     with a warning, if there are more than 1,488 hours.
 * @param byVariant exposure_join_rate, outcome_join_rate and assignment_join_rate of each assigned variant. An outcome belongs to
 *     the variant of its request. Experiments with more than 1,000 variants are left out; empty if there are more than 50
 *     experiments. Variants are named as in kpis.by_variant.
 * @param lossTests tests of whether a join rate differs between the slices of a breakdown, between hours, or between variants
 * @param violations schema violations, by kind
 * @param notes observations about the files: byte order marks, CR LF line ends, a last line without a newline, skipped files
 */
public record DataQuality(
        boolean trusted,
        List<LimitRow> limits,
        JoinIntegrity joinIntegrity,
        CompletenessRow exposureCompleteness,
        CompletenessRow outcomeCompleteness,
        CompletenessRow assignmentCompleteness,
        InvalidLines invalidLines,
        Map<String, Long> exposureClasses,
        Map<String, Long> outcomeClasses,
        Map<String, Long> assignmentClasses,
        UserMismatch userMismatch,
        AttributionRow attribution,
        List<FindingRow> findings,
        List<CauseRow> unmatchedCauses,
        List<MetricRow> metrics,
        Map<String, List<MetricRow>> bySegment,
        List<HourRow> byHour,
        Map<String, List<MetricRow>> byVariant,
        List<LossTestRow> lossTests,
        List<ViolationRow> violations,
        List<String> notes) {

    /**
     * Records and join rates.
     *
     * @param exposureCount valid exposure lines, repeated ones too
     * @param duplicateExposureRequestIds surplus exposure lines whose request_id was there before
     */
    public record JoinIntegrity(
            long exposureCount,
            long outcomeCount,
            long assignmentsCount,
            @Nullable Double exposureJoinRate,
            @Nullable Double outcomeJoinRate,
            @Nullable Double assignmentJoinRate,
            long duplicateExposureRequestIds,
            long identicalDuplicates,
            long conflictingDuplicates) {}

    /**
     * Lines that lack what no evaluation can do without.
     *
     * @param total lines that are JSON objects
     * @param missing exposures without request_id or with no items; outcomes without request_id or item_id; assignments without
     *     request_id or variant
     */
    public record CompletenessRow(
            long total, long missing, @Nullable Double missingRate) {}

    /** Lines that the schemas refuse. */
    public record InvalidLines(long exposures, long outcomes, long assignments) {}

    /** Matched outcomes whose user_id is not the exposure's. */
    public record UserMismatch(long n, long of, @Nullable Double rate) {}
}
