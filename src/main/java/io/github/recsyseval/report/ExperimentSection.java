package io.github.recsyseval.report;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * An experiment: its arms, whether they can be compared, how they compare, and what follows.
 *
 * @param assignmentSource where the arms come from: {@code assignments} or {@code context}
 * @param control the arm that the others are compared with
 * @param candidate the arm that the decision is about
 * @param arms the control first, then the candidate, then the others by name
 * @param overlaps whether each of the other arms was shown at the same time as the control
 * @param armChecks whether each of the other arms is logged like the control
 * @param userGroups into how many random groups the users of all arms were put, each of which counts as one where variances are estimated;
 *     null where every user does
 * @param comparisons every other arm against the control, every KPI; the primary ones first
 * @param guardrails rules against harm, of the candidate
 * @param prePeriod the period before, by which CUPED adjusts; null where it was not asked for
 * @param contextCovariate the context value by which CUPED adjusts; null where it was not asked for
 * @param monitoring null for a fixed end
 * @param slices the primary metrics in every slice, exploratory
 * @param heterogeneity whether effects differ between the slices of a breakdown
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
