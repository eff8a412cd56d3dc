package io.github.recsyseval.reference;

import io.github.recsyseval.report.DataQuality;
import io.github.recsyseval.report.Report;
import org.jspecify.annotations.Nullable;

/** The Go tool's counts of the data. A rate of nothing is 0, as there. */
final class DataQualityPart {
    private static final String EXCLUDED = "excluded";

    private DataQualityPart() {}

    /** @param withAssignments whether assignments were read */
    static RunReport.DataQuality of(Report report, boolean withAssignments) {
        DataQuality quality = report.dataQuality();
        DataQuality.JoinIntegrity join = quality.joinIntegrity();
        long duplicates = join.duplicateExposureRequestIds();
        return new RunReport.DataQuality(
                completeness(quality.exposureCompleteness()),
                completeness(quality.outcomeCompleteness()),
                withAssignments ? completeness(quality.assignmentCompleteness()) : null,
                new RunReport.JoinIntegrity(
                        join.exposureCount() - quality.exposureClasses().getOrDefault(EXCLUDED, 0L),
                        join.outcomeCount() - quality.outcomeClasses().getOrDefault(EXCLUDED, 0L),
                        join.assignmentsCount(),
                        duplicates == 0 ? null : duplicates,
                        orZero(join.exposureJoinRate()),
                        orZero(join.outcomeJoinRate()),
                        orZero(join.assignmentJoinRate())));
    }

    private static RunReport.Completeness completeness(DataQuality.CompletenessRow row) {
        return new RunReport.Completeness(row.total(), row.missing(), orZero(row.missingRate()));
    }

    private static double orZero(@Nullable Double rate) {
        return rate == null ? 0 : rate;
    }
}
