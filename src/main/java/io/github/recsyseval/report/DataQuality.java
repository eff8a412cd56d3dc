package io.github.recsyseval.report;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Whether the data can carry numbers.
 *
 * @param limits the limits that decide {@code trusted}, and those the user set
 * @param exposureClasses every exposure line in exactly one class; likewise outcomes and assignments
 * @param attribution which outcomes count
 * @param findings faults beyond the schemas, causes first
 * @param unmatchedCauses what the unmatched outcomes look like, in parts that add up
 * @param metrics the join rates with their intervals
 * @param bySegment exposure join rates of the slices; the outcome join rate has none, with the reason
 * @param byHour join rates of every hour of exposures or outcomes, in order; empty where there are too many hours
 * @param byVariant join rates of every variant that assignments name
 * @param lossTests whether join rates differ between slices, hours or variants
 * @param violations what the schemas refuse, by defect
 * @param notes what was noticed while reading: byte order marks, CR LF, unfinished last lines, skipped files
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
