package io.github.recsyseval.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.recsyseval.engine.ExcludedUsers;
import io.github.recsyseval.engine.ExperimentColumns;
import io.github.recsyseval.engine.ExposureFilter;
import io.github.recsyseval.engine.JoinEngine;
import io.github.recsyseval.engine.JoinPlan;
import io.github.recsyseval.engine.JoinRun;
import io.github.recsyseval.engine.JoinSink;
import io.github.recsyseval.engine.ReadOptions;
import io.github.recsyseval.event.Timestamps;
import io.github.recsyseval.join.Attribution;
import io.github.recsyseval.metric.Cluster;
import io.github.recsyseval.metric.UserValues;
import io.github.recsyseval.metric.kpi.RequestRates;
import io.github.recsyseval.report.AaCheckSection;
import io.github.recsyseval.report.AaMetricRow;
import io.github.recsyseval.report.ComparisonRow;
import io.github.recsyseval.report.ComparisonRow.CovariateRow;
import io.github.recsyseval.report.ExperimentSection;
import io.github.recsyseval.report.GuardrailTestRow;
import io.github.recsyseval.report.IntervalRow;
import io.github.recsyseval.sample.Sample;
import io.github.recsyseval.sample.SampleSettings;
import io.github.recsyseval.slice.Breakdown;
import io.github.recsyseval.source.InputSet;
import io.github.recsyseval.spill.SpillBudget;
import io.github.recsyseval.spill.SpillSpace;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** More users than are counted one by one: 2,030 of them, where 1,000 are allowed. Of 65,536 groups nearly all have one user or none. */
class ManyUsersTest {
    private static final int MOST_USERS = 1000;
    private static final String START_OF_EXPERIMENT = "2026-11-04T00:00:00Z";

    @TempDir
    private static Path folder;

    @BeforeAll
    static void write() throws IOException {
        Sample.write(SampleSettings.of(20_000, 1), folder);
    }

    @Test
    void theyAreGroupedAndTheReportSaysSo() {
        ExperimentSection alone = section(Cluster.MOST_USERS, SpillBudget.UNLIMITED, null);
        ExperimentSection grouped = section(MOST_USERS, SpillBudget.UNLIMITED, null);
        assertThat(alone.userGroups()).isNull();
        assertThat(grouped.userGroups()).isEqualTo(65_536);

        assertThat(grouped.arms())
                .extracting("users")
                .isEqualTo(
                        List.of(alone.arms().get(0).users(), alone.arms().get(1).users()));
        assertThat(grouped.sampleRatio()).isEqualTo(alone.sampleRatio());
        assertThat(grouped.crossover()).isEqualTo(alone.crossover());

        for (int i = 0; i < alone.comparisons().size(); i++) {
            ComparisonRow one = alone.comparisons().get(i);
            ComparisonRow other = grouped.comparisons().get(i);
            assertThat(other.difference()).isEqualTo(one.difference());
            alike(one.interval(), other.interval());
            alike(one.liftInterval(), other.liftInterval());
            assertThat(other.usersNeeded()).hasSameSizeAs(one.usersNeeded());
        }
        for (int i = 0; i < alone.slices().size(); i++) {
            assertThat(grouped.slices().get(i).users())
                    .isEqualTo(alone.slices().get(i).users());
            alike(alone.slices().get(i).interval(), grouped.slices().get(i).interval());
        }
        for (int i = 0; i < alone.guardrails().size(); i++) {
            GuardrailTestRow one = alone.guardrails().get(i);
            GuardrailTestRow other = grouped.guardrails().get(i);
            assertThat(other.change()).isEqualTo(one.change());
            assertThat(other.verdict()).isEqualTo(one.verdict());
        }
        assertThat(grouped.decision().decision()).isEqualTo(alone.decision().decision());
    }

    /** What users did before is added up over the same groups. */
    @Test
    void thePeriodBeforeGoesWithThem() {
        long start = Timestamps.parseMicros(START_OF_EXPERIMENT);
        JoinPlan before = plan(new ExposureFilter(Long.MIN_VALUE, start, Map.of(), ExcludedUsers.NONE), false);
        ExperimentSection alone = section(Cluster.MOST_USERS, SpillBudget.UNLIMITED, before);
        ExperimentSection grouped = section(MOST_USERS, SpillBudget.UNLIMITED, before);
        for (int i = 0; i < alone.comparisons().size(); i++) {
            ComparisonRow one = alone.comparisons().get(i);
            ComparisonRow other = grouped.comparisons().get(i);
            alike(one.interval(), other.interval());
            CovariateRow adjusted = other.covariate();
            assertThat(adjusted.coverage()).isEqualTo(one.covariate().coverage());
            assertThat(adjusted.theta()).isCloseTo(one.covariate().theta(), within(0.01));
            assertThat(adjusted.imbalanceP()).isCloseTo(one.covariate().imbalanceP(), within(0.02));
        }
    }

    /** Groups are whole in the parts of spilled rows, too, however small these are. */
    @Test
    void memoryChangesNothing() {
        try (SpillSpace space = new SpillSpace(folder)) {
            long start = Timestamps.parseMicros(START_OF_EXPERIMENT);
            JoinPlan before = plan(new ExposureFilter(Long.MIN_VALUE, start, Map.of(), ExcludedUsers.NONE), false);
            ExperimentSection spilled = section(MOST_USERS, new SpillBudget(800_000, space), before);
            assertThat(space.bytesWritten()).isPositive();
            assertThat(spilled).isEqualTo(section(MOST_USERS, SpillBudget.UNLIMITED, before));
        }
    }

    @Test
    void aaChecksDealGroupsOut() {
        AaPlan plan = new AaPlan(RequestRates.KPIS, Set.of(), AaPlan.DEFAULT_LEVELS, 1000, 7, 2);
        JoinRun run = run(plan(ExposureFilter.ALL, true), SpillBudget.UNLIMITED);
        long users = run.sums().total().users();
        assertThat(users).isGreaterThan(MOST_USERS);
        AaCheckSection check = AaCheck.of(plan, run, true, null, users, MOST_USERS);
        assertThat(check.userGroups()).isEqualTo(65_536);
        assertThat(check.users()).isEqualTo(users);
        assertThat(check.verdict()).isEqualTo("pass");
        assertThat(check.metrics())
                .allSatisfy(row -> assertThat(row.falsePositiveRate()).isBetween(0.03, 0.08))
                .extracting(AaMetricRow::tests)
                .containsOnly(1000L);

        Map<Long, double[]> expected = new TreeMap<>();
        int clicks = run.metrics().metrics().indexOf(RequestRates.CTR.metric());
        run.sums().visitUsers((user, sums, counted) -> {
            double[] group = expected.computeIfAbsent(user >>> 48, added -> new double[2]);
            group[0] += counted[clicks];
            group[1] += sums[clicks];
        });
        UserValues into = new UserValues(SpillBudget.UNLIMITED, 5);
        UserValues.Reader groups = UserTotals.of(
                        run.sums(), Cluster.USER_GROUP, run.metrics().metrics(), RequestRates.KPIS, into)
                .reader();
        expected.forEach((group, totals) -> {
            assertThat(groups.next()).isTrue();
            assertThat(groups.user()).isEqualTo(group);
            assertThat(groups.value(0)).isEqualTo(totals[0]);
            assertThat(groups.value(1)).isEqualTo(totals[1]);
        });
        assertThat(groups.next()).isFalse();
    }

    private static void alike(@Nullable IntervalRow one, @Nullable IntervalRow other) {
        if (one == null || other == null) {
            assertThat(other).isEqualTo(one);
            return;
        }
        double tenth = (one.upper() - one.lower()) / 10;
        assertThat(other.lower()).isCloseTo(one.lower(), within(tenth));
        assertThat(other.upper()).isCloseTo(one.upper(), within(tenth));
    }

    private static ExperimentSection section(long mostUsers, SpillBudget memory, @Nullable JoinPlan before) {
        ExposureFilter filter = before == null
                ? ExposureFilter.ALL
                : new ExposureFilter(before.filter().untilMicros(), Long.MAX_VALUE, Map.of(), ExcludedUsers.NONE);
        ExperimentPlan plan = new ExperimentPlan(
                null,
                "A",
                null,
                ExpectedSplit.of(Map.of()),
                Crossover.EXCLUDE,
                List.of(new Primary(RequestRates.CTR, Effect.ANY)),
                List.of(),
                true,
                0.05,
                0.8,
                before == null ? null : new Covariate.Before(before),
                null,
                "");
        return ExperimentAnalysis.of(
                plan,
                run(plan(filter, true), memory),
                new ExperimentAnalysis.Trust(List.of(), List.of(), null, Map.of(), Map.of(), false),
                new ExperimentAnalysis.ArmFigures(sums -> List.of(), sums -> List.of()),
                30,
                mostUsers);
    }

    private static JoinRun run(JoinPlan plan, SpillBudget memory) {
        return JoinEngine.run(plan, JoinSink.NONE, memory);
    }

    private static JoinPlan plan(ExposureFilter filter, boolean experiment) {
        return new JoinPlan(
                input("exposures.jsonl"),
                input("outcomes.jsonl"),
                experiment ? input("assignments.jsonl") : InputSet.NONE,
                experiment ? List.of(new Breakdown(List.of("surface"))) : List.of(),
                Optional.empty(),
                Optional.empty(),
                ExperimentAnalysis.metrics(Attribution.DEFAULT),
                filter,
                Attribution.DEFAULT,
                new ReadOptions(2, 1 << 20, false, 3, InputStream.nullInputStream()),
                experiment ? new ExperimentColumns(true, false, null, null) : ExperimentColumns.NONE);
    }

    private static InputSet input(String file) {
        return InputSet.resolve(List.of(folder.resolve(file).toString()));
    }
}
