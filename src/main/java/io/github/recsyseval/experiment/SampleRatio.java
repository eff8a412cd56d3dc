package io.github.recsyseval.experiment;

import io.github.recsyseval.report.SampleRatioRow;
import io.github.recsyseval.stat.PValue;
import io.github.recsyseval.stat.SampleRatioTest;
import io.github.recsyseval.stat.SequentialSampleRatioTest;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;

/** Tests whether the users split between the arms as they should. */
final class SampleRatio {
    private SampleRatio() {}

    /** @param users analysed users of each arm */
    static SampleRatioRow row(Arms arms, long[] users, ExperimentPlan plan) {
        List<String> unexpected = new ArrayList<>();
        for (int arm = 0; arm < users.length; arm++) {
            if (arms.weight(arm) == 0 && users[arm] > 0) {
                unexpected.add(arms.name(arm));
            }
        }
        int[] expected = IntStream.range(0, users.length)
                .filter(arm -> arms.weight(arm) > 0)
                .toArray();
        long[] counts = IntStream.of(expected).mapToLong(arm -> users[arm]).toArray();
        double[] weights = IntStream.of(expected).mapToDouble(arms::weight).toArray();
        if (plan.plannedUsers() != null) {
            PValue p = SequentialSampleRatioTest.pValue(counts, weights);
            return row("sequential", counts, null, null, p, plan.split(), unexpected, arms, users);
        }
        SampleRatioTest test = SampleRatioTest.of(counts, weights);
        return row(
                test.method(),
                counts,
                test.statistic(),
                test.degreesOfFreedom(),
                test.pValue(),
                plan.split(),
                unexpected,
                arms,
                users);
    }

    private static SampleRatioRow row(
            String method,
            long[] counts,
            @Nullable Double statistic,
            @Nullable Integer df,
            PValue p,
            ExpectedSplit split,
            List<String> unexpected,
            Arms arms,
            long[] users) {
        List<String> wrong = new ArrayList<>();
        long tested = LongStream.of(counts).sum();
        if (p.isBelow(split.alpha()) && tested >= split.fewestUsers()) {
            wrong.add("the users are not split as expected: " + split(arms, users) + " ("
                    + Amounts.p(p.value(), p.log10()) + ", " + method.replace('_', ' ')
                    + "); look for users lost on the"
                    + " way to one arm: assignment, redirects, failing requests, logging, filters"
                    + (split.isGiven() ? "" : "; equal shares are expected, since no --expected-split says otherwise"));
        }
        for (String arm : unexpected) {
            wrong.add("users were served by the arm " + arms.shown(arm) + ", which the expected split does not name");
        }
        wrong.addAll(arms.alike());
        return new SampleRatioRow(
                method,
                tested,
                statistic,
                df,
                p.value(),
                p.log10(),
                split.alpha(),
                unexpected,
                wrong.isEmpty() ? "pass" : "fail",
                String.join("; ", wrong));
    }

    /** {@code A 5,012 of 5,000 expected, B 4,988 of 5,000 expected}. */
    private static String split(Arms arms, long[] users) {
        double weights =
                IntStream.range(0, users.length).mapToDouble(arms::weight).sum();
        long all = IntStream.range(0, users.length)
                .filter(arm -> arms.weight(arm) > 0)
                .mapToLong(arm -> users[arm])
                .sum();
        List<String> parts = new ArrayList<>();
        for (int arm = 0; arm < users.length; arm++) {
            if (arms.weight(arm) > 0) {
                parts.add(arms.shown(arm) + " " + Amounts.users(users[arm]) + " where "
                        + Amounts.count(Math.round(all * arms.weight(arm) / weights)) + " were expected");
            }
        }
        return String.join(", ", parts);
    }
}
