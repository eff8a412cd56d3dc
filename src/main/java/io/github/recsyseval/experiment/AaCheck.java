package io.github.recsyseval.experiment;

import io.github.recsyseval.engine.JoinRun;
import io.github.recsyseval.metric.Cluster;
import io.github.recsyseval.metric.UserValues;
import io.github.recsyseval.metric.kpi.RequestRates;
import io.github.recsyseval.report.AaCheckSection;
import io.github.recsyseval.report.AaMetricRow;
import io.github.recsyseval.stat.BinomialTest;
import io.github.recsyseval.stat.Interval;
import io.github.recsyseval.stat.Kolmogorov;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Do the tests keep their promise on this log? Users are split at random into two arms that do not differ, and every KPI is tested: about one in
 * twenty tests at 5 % may reject, and p-values should be spread evenly. The replicates share their data, so this checks the test on
 * this kind of data, not an experiment that was run.
 */
public final class AaCheck {
    private static final double ALPHA = 0.05;
    private static final double LEVEL = 0.999;
    private static final double LEAST_UNIFORMITY = 0.001;

    private AaCheck() {}

    /** @param noInference why users cannot be told apart; null where they can */
    public static AaCheckSection of(AaPlan plan, JoinRun run, boolean trusted, @Nullable String noInference) {
        long count = run.sums().total().users();
        return of(plan, run, trusted, noInference, count, Cluster.MOST_USERS);
    }

    static AaCheckSection of(
            AaPlan plan, JoinRun run, boolean trusted, @Nullable String indistinct, long count, long mostUsers) {
        String noInference = count == 0 ? "there are no exposures" : indistinct;
        UserTotals users = totals(plan, run, Cluster.of(count, mostUsers));
        double[][] p = noInference == null
                ? RandomSplits.pValues(users, plan.replicates(), plan.seed(), plan.threads())
                : new double[plan.rates().size()][0];
        List<AaMetricRow> rows = new ArrayList<>();
        for (int i = 0; i < plan.rates().size(); i++) {
            rows.add(row(plan, plan.rates().get(i), p[i], noInference));
        }
        boolean nothingTested = rows.stream().allMatch(row -> row.verdict().equals("unknown"));
        boolean failed = nothingTested;
        for (int i = 0; i < rows.size(); i++) {
            failed |= rows.get(i).fails(plan.required().contains(plan.rates().get(i)));
        }
        return new AaCheckSection(
                trusted,
                plan.replicates(),
                plan.seed(),
                ALPHA,
                count,
                users.grouped() ? (long) Cluster.GROUPS : null,
                rows,
                failed ? "fail" : "pass");
    }

    private static UserTotals totals(AaPlan plan, JoinRun run, Cluster cluster) {
        UserValues into = new UserValues(run.memory().part(4), 1 + plan.rates().size());
        return UserTotals.of(run.sums(), cluster, run.metrics().metrics(), plan.rates(), into);
    }

    private static AaMetricRow row(AaPlan plan, RequestRates rate, double[] all, @Nullable String noInference) {
        double[] p = Arrays.stream(all).filter(Double::isFinite).toArray();
        String name = rate.metric().name();
        if (noInference != null || p.length < plan.replicates()) {
            String why = noInference != null ? noInference : whyNot(all, p.length == 0);
            return new AaMetricRow(
                    name,
                    p.length,
                    0,
                    rejectedBelow(plan.levels(), new double[0]),
                    null,
                    null,
                    null,
                    null,
                    "unknown",
                    name + " cannot be checked: " + why);
        }
        int rejected = (int) Arrays.stream(p).filter(value -> value < ALPHA).count();
        Interval interval = new BinomialTest(rejected, p.length, ALPHA).interval(LEVEL);
        Kolmogorov uniform = Kolmogorov.uniform(p);
        List<String> wrong = new ArrayList<>();
        if (!interval.contains(ALPHA)) {
            wrong.add(name + " rejects " + Amounts.percent((double) rejected / p.length) + " of the splits without"
                    + " difference, where 5 % are expected");
        }
        if (uniform.pValue() <= LEAST_UNIFORMITY) {
            wrong.add("the p-values of " + name + " are not uniform (Kolmogorov-Smirnov, " + Amounts.p(uniform.pValue())
                    + ")");
        }
        String advice =
                "; it rests on too few users or events, or on a few users with most of them: do not decide by it";
        return new AaMetricRow(
                name,
                p.length,
                rejected,
                rejectedBelow(plan.levels(), p),
                (double) rejected / p.length,
                Rows.interval(interval),
                uniform.statistic(),
                uniform.pValue(),
                wrong.isEmpty() ? "pass" : "fail",
                wrong.isEmpty() ? "" : String.join("; ", wrong) + advice);
    }

    private static String whyNot(double[] p, boolean never) {
        boolean tooLarge = Arrays.stream(p).anyMatch(Double::isInfinite);
        return (never ? "" : "in some splits ")
                + (tooLarge ? "the values are too large for a number" : "nothing varies between users");
    }

    private static Map<String, Long> rejectedBelow(List<Double> levels, double[] p) {
        Map<String, Long> rejected = new LinkedHashMap<>();
        for (double level : levels) {
            rejected.put(
                    BigDecimal.valueOf(level).stripTrailingZeros().toPlainString(),
                    Arrays.stream(p).filter(value -> value < level).count());
        }
        return rejected;
    }
}
