package io.github.recsyseval.evaluation;

import io.github.recsyseval.finding.FindingCode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The limits on the join that the user set; null for those not set.
 *
 * @param minOutcomeJoinRate shares from 0 to 1, like the next two
 * @param maxConflictingDuplicates surplus exposure lines that differ from the first with their request id
 * @param failOn findings of which none may be there
 * @param tolerated findings that spoil no figure, because the user knows better
 */
public record JoinLimits(
        @Nullable Double minOutcomeJoinRate,
        @Nullable Double minExposureJoinRate,
        @Nullable Double minAssignmentJoinRate,
        @Nullable Long maxConflictingDuplicates,
        List<FindingCode> failOn,
        List<FindingCode> tolerated) {
    public static final JoinLimits NONE = new JoinLimits(null, null, null, null, List.of(), List.of());

    public JoinLimits {
        failOn = List.copyOf(failOn);
        tolerated = List.copyOf(tolerated);
    }

    /** The same limits where other findings spoil no figure. */
    public JoinLimits tolerating(List<FindingCode> findings) {
        return new JoinLimits(
                minOutcomeJoinRate,
                minExposureJoinRate,
                minAssignmentJoinRate,
                maxConflictingDuplicates,
                failOn,
                findings);
    }
}
