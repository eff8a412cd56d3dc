package io.github.recsyseval.report;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * An experiment: its arms, whether they are comparable, how they compare, and the decision.
 *
 * @param assignmentSource {@code assignments}: the assignment log. {@code context}: experiment_id and experiment_variant in the
 *     context of the exposures.
 * @param control the arm that all others are compared with
 * @param candidate the arm that the decision is about
 * @param arms the control first, then the candidate, then the others by name
 * @param overlaps for each other arm, whether it was served at the same time as the control
 * @param armChecks for each other arm, whether it is logged like the control. Checks that the logs do not allow are left out.
 * @param userGroups with more than 4,194,304 users, the number of random groups they are put into; each group counts as one user
 *     when variances are estimated. Null if every user counts alone.
 * @param comparisons every KPI of every other arm compared with the control, primary metrics first
 * @param guardrails tests of the guardrails of the candidate
 * @param prePeriod the period before the experiment used for CUPED; null if not requested
 * @param contextCovariate the context value used for CUPED; null if not requested
 * @param monitoring settings of sequential monitoring; null with a fixed end
 * @param slices the primary metrics in every slice, for exploration only; empty without breakdowns
 * @param heterogeneity tests of whether effects differ between the slices of a breakdown
 */
public record ExperimentSection(
        boolean trusted,
        String experimentId,
        String assignmentSource,
        String control,
        String candidate,
        List<ArmRow> arms,
        CrossoverRow crossover,
        SampleRatioRow sampleRatio,
        List<OverlapRow> overlaps,
        List<ArmCheckRow> armChecks,
        @Nullable Long userGroups,
        List<ComparisonRow> comparisons,
        List<GuardrailTestRow> guardrails,
        @Nullable PrePeriodRow prePeriod,
        @Nullable ContextCovariateRow contextCovariate,
        @Nullable MonitoringRow monitoring,
        List<SliceComparisonRow> slices,
        List<HeterogeneityRow> heterogeneity,
        Decision decision) {

    /** What a reader has to know of the candidate's arm before using its figures, in sentences, besides what the decision says. */
    public List<String> remarks() {
        return Stream.concat(
                        overlaps.stream()
                                .filter(row -> row.variant().equals(candidate)
                                        && row.verdict().equals("drifting"))
                                .map(OverlapRow::message),
                        armChecks.stream()
                                .filter(row -> row.variant().equals(candidate)
                                        && row.verdict().equals("warn"))
                                .map(ArmCheckRow::message))
                .toList();
    }

    /**
     * Intervals hold at every look.
     *
     * @param plannedUsers where they are tightest
     */
    public record MonitoringRow(long plannedUsers) {}

    /**
     * A number in the context of exposures, as covariate; the first exposure of a user counts.
     *
     * @param users that are analysed
     * @param known of how many of them there is a number
     * @param coverage the same as a share; null without users
     * @param changing of how many users later exposures say something else, which does not count
     * @param imbalanceP the smallest p-value of "the arms do not differ in it" of all arms; null where nothing is tested
     * @param missingImbalanceP the same of "is missing equally often"
     * @param used whether figures are adjusted by it
     * @param note why not, or what speaks for it
     */
    public record ContextCovariateRow(
            String key,
            long users,
            long known,
            @Nullable Double coverage,
            long changing,
            @Nullable Double imbalanceP,
            @Nullable Double missingImbalanceP,
            boolean used,
            String note) {}

    /**
     * The period before the experiment.
     *
     * @param exposures distinct exposures before it
     * @param users distinct users among them
     * @param firstExposure RFC 3339 in UTC; null without exposures, as {@code lastExposure}
     * @param assigned how many of the exposures an arm of the experiment served: then it had begun
     * @param used whether figures are adjusted by it
     * @param note why not, or what speaks against it; empty where nothing does
     */
    public record PrePeriodRow(
            long exposures,
            long users,
            @Nullable String firstExposure,
            @Nullable String lastExposure,
            long assigned,
            boolean used,
            String note) {}
}
