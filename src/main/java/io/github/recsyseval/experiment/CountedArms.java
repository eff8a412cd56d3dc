package io.github.recsyseval.experiment;

import io.github.recsyseval.engine.JoinRun;
import io.github.recsyseval.metric.Cluster;
import io.github.recsyseval.metric.RequestMetric;
import io.github.recsyseval.metric.RowGroups;
import io.github.recsyseval.metric.kpi.RequestRates;
import io.github.recsyseval.report.ArmCheckRow;
import io.github.recsyseval.report.CrossoverRow;
import io.github.recsyseval.stat.RatioMoments;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What one pass over the users counts while it puts them into arms, and the sums over the requests of each arm. */
final class CountedArms {
    private final Arms arms;
    private final ExperimentPlan plan;
    private final JoinRun run;
    private final ArmUsers users;
    private final ArmHours hours;
    private final LostAssignments lost;
    private final StatedArms stated;
    private final OrphanOutcomes orphans;
    private final OutcomeHours outcomes;
    private final RowGroups groups;
    private final List<ArmSums> sums;
    private @Nullable WithoutHeavyUsers withoutHeavy;

    /** @param mostUsers with more they are put into groups, each of which counts as one where variances are estimated */
    CountedArms(Arms arms, ExperimentPlan plan, JoinRun run, long mostUsers) {
        this.arms = arms;
        this.plan = plan;
        this.run = run;
        users = new ArmUsers(arms, plan.crossover());
        hours = new ArmHours(arms.count());
        lost = new LostAssignments(arms.count());
        stated = new StatedArms(arms, run.columns());
        orphans = new OrphanOutcomes(run.outcomeIndex());
        outcomes = new OutcomeHours(arms.count(), run.outcomeIndex());
        WatchedUsers watched = new WatchedUsers(users, List.of(hours, lost, stated, orphans, outcomes));
        groups = run.sums().group(arms.count(), watched).by(Cluster.of(users.analysed(), mostUsers));
        List<RequestMetric> metrics = run.metrics().metrics();
        sums = run.sums().sums(groups).stream()
                .map(arm -> new ArmSums(arm, metrics))
                .toList();
    }

    /** The rows of each arm. */
    RowGroups groups() {
        return groups;
    }

    /** The sums of each arm, the control's first and the candidate's second. */
    List<ArmSums> sums() {
        return sums;
    }

    /** The sums of each user of an arm. */
    UserSums byUser() {
        return new UserSums(run.sums(), groups, run.metrics().metrics());
    }

    /** How many users each arm has. */
    long[] usersByArm() {
        return sums.stream().mapToLong(ArmSums::users).toArray();
    }

    /** The arms without their heavy users; found when first asked for. */
    WithoutHeavyUsers withoutHeavy() {
        WithoutHeavyUsers known = withoutHeavy;
        if (known == null) {
            known = WithoutHeavyUsers.of(arms, run.sums(), groups, sums);
            withoutHeavy = known;
        }
        return known;
    }

    CrossoverRow crossover() {
        return users.row();
    }

    /**
     * Whether the arms were there at the same time and are logged alike.
     *
     * @param inSlices whether they are in slices
     */
    ArmChecks checks(List<ArmCheckRow> inSlices) {
        LoggedAlike logged = new LoggedAlike(
                arms,
                run,
                plan.horizon(),
                lost,
                stated,
                orphans.shares(arms.count(), run.sums(), groups, sums.get(0)),
                new OutcomeHoles(arms, hours, outcomes),
                sums);
        return new ArmChecks(
                arms.name(1),
                new ArmsInTime(arms, hours).rows(),
                Stream.concat(logged.rows().stream(), inSlices.stream()).toList());
    }

    /**
     * Whether what a primary metric says stands without what it may rest on.
     *
     * @param toCome {@link ExperimentAnalysis.Trust#toCome}
     * @param drifts whether the split moved, so that rates are compared day by day too
     */
    Robustness robustness(Map<RequestRates, Double> toCome, boolean drifts) {
        List<RatioMoments> exposures = lost.perUser();
        PerUser perUser = new PerUser(
                arms,
                Contrast.between(exposures.get(0), exposures.get(1), plan.horizon()),
                SameDayExposures.between(hours, 1, plan.horizon()));
        return new Robustness(
                plan,
                arms,
                sums,
                groups,
                run.sums(),
                perUser,
                new UnevenDelays(toCome, arms, byUser(), plan.horizon()),
                this::withoutHeavy,
                drifts ? () -> SameDayRates.of(arms, run, hours, plan) : null);
    }
}
