package io.github.recsyseval.cli;

import io.github.recsyseval.evaluation.JoinLimits;
import io.github.recsyseval.finding.FindingCode;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What makes a run fail. */
final class LimitOptions {
    /** The option that relies on figures in spite of a finding, and what it says. */
    static final String TOLERATE = "--tolerate";

    static final String TOLERATES =
            "Rely on latencies despite finding J11, or on values despite J13 or J14. Without it, limits on them"
                    + " fail and nothing is decided by them.";

    static final Set<FindingCode> TOLERABLE = Set.of(FindingCode.J11, FindingCode.J13, FindingCode.J14);

    @Option(
            names = "--max-invalid-rate",
            paramLabel = "SHARE",
            description =
                    "Fail (exit 5) if more than this share of an input's lines is invalid (default ${DEFAULT-VALUE}).")
    private double maxInvalidRate;

    @Option(
            names = "--min-outcome-join-rate",
            paramLabel = "SHARE",
            description = "Fail (exit 5) if less than this share of the valid outcomes matches an exposure.")
    private @Nullable Double minOutcomeJoinRate;

    @Option(
            names = "--min-exposure-join-rate",
            paramLabel = "SHARE",
            description = "Fail if less than this share of the exposures has an outcome.")
    private @Nullable Double minExposureJoinRate;

    @Option(
            names = "--min-assignment-join-rate",
            paramLabel = "SHARE",
            description = "Fail if less than this share of the valid assignments matches an exposure.")
    private @Nullable Double minAssignmentJoinRate;

    @Option(
            names = "--max-conflicting-duplicates",
            paramLabel = "N",
            description = "Fail if more than N exposure lines contradict an earlier line with the same request_id.")
    private @Nullable Long maxConflictingDuplicates;

    @Option(
            names = "--fail-on",
            paramLabel = "CODE[,CODE...]",
            split = ",",
            hideParamSyntax = true,
            description = "Fail if one of these findings occurs, by code or name, such as J03 or id-format.")
    private List<String> failOn = List.of();

    @Option(
            names = TOLERATE,
            paramLabel = "CODE[,CODE...]",
            split = ",",
            hideParamSyntax = true,
            description = TOLERATES)
    private List<String> tolerated = List.of();

    @Option(names = "--strict", description = "Fail (exit 5) if the data is not trusted.")
    private boolean strict;

    double maxInvalidRate() {
        checkShare("--max-invalid-rate", maxInvalidRate);
        return maxInvalidRate;
    }

    /** The limits on the join, checked. */
    JoinLimits join() {
        checkShare("--min-outcome-join-rate", minOutcomeJoinRate);
        checkShare("--min-exposure-join-rate", minExposureJoinRate);
        checkShare("--min-assignment-join-rate", minAssignmentJoinRate);
        if (maxConflictingDuplicates != null && maxConflictingDuplicates < 0) {
            throw new UsageException(
                    "--max-conflicting-duplicates takes a number from 0 on, not " + maxConflictingDuplicates);
        }
        return new JoinLimits(
                minOutcomeJoinRate,
                minExposureJoinRate,
                minAssignmentJoinRate,
                maxConflictingDuplicates,
                failOn.stream().map(name -> finding("--fail-on", name)).toList(),
                tolerated(tolerated));
    }

    /** The findings that {@link #TOLERATE} names. */
    static List<FindingCode> tolerated(List<String> names) {
        List<FindingCode> codes =
                names.stream().map(name -> finding(TOLERATE, name)).toList();
        for (FindingCode code : codes) {
            if (!TOLERABLE.contains(code)) {
                throw new UsageException(TOLERATE + " takes J11, J13 and J14, which concern one kind of metric; " + code
                        + " concerns more");
            }
        }
        return codes;
    }

    private static FindingCode finding(String option, String name) {
        return FindingCode.named(name).orElseThrow(() -> new UsageException(option + ": " + FindingCode.unknown(name)));
    }

    static void checkShare(String option, @Nullable Double share) {
        if (share != null && !(share >= 0 && share <= 1)) {
            throw new UsageException(option + " takes a share from 0 to 1, not " + share);
        }
    }

    boolean strict() {
        return strict;
    }
}
