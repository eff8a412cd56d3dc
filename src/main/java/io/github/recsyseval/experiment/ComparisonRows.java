package io.github.recsyseval.experiment;

import io.github.recsyseval.metric.RequestMetric;
import io.github.recsyseval.metric.SliceSums;
import io.github.recsyseval.report.ComparisonRow;
import io.github.recsyseval.report.ComparisonRow.UsersNeededRow;
import io.github.recsyseval.stat.DetectableEffect;
import io.github.recsyseval.stat.Holm;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Comparisons as rows of a report: estimates, intervals, p-values corrected for all primary metrics, users needed. */
final class ComparisonRows {
    /** The lifts for which the report says how many users they take. */
    private static final double[] LIFTS = {0.01, 0.02, 0.05, 0.1};

    private final ExperimentPlan plan;
    private final Arms arms;
    private final List<ArmSums> sums;
    private final @Nullable Adjustments adjustments;
    private final int claims;

    /**
     * The rows of an experiment.
     *
     * @param adjustments null without CUPED
     * @param claims how many primary metrics times arms share alpha
     */
    ComparisonRows(ExperimentPlan plan, Arms arms, List<ArmSums> sums, @Nullable Adjustments adjustments, int claims) {
        this.plan = plan;
        this.arms = arms;
        this.sums = sums;
        this.adjustments = adjustments;
        this.claims = claims;
    }

    /** One row for each, in their order. */
    List<ComparisonRow> of(List<Compared> all) {
        List<Integer> tested = new ArrayList<>();
        for (int i = 0; i < all.size(); i++) {
            if (all.get(i).primary() != null && all.get(i).contrast() != null) {
                tested.add(i);
            }
        }
        // Metrics without a test still count: whether there is one may depend on how the data came out.
        double[] p = new double[claims];
        Arrays.fill(p, 1);
        for (int i = 0; i < tested.size(); i++) {
            Contrast contrast = all.get(tested.get(i)).contrast();
            p[i] = contrast == null ? 1 : contrast.pValue().value();
        }
        double[] adjusted = Holm.adjusted(p);
        List<ComparisonRow> rows = new ArrayList<>();
        for (int i = 0; i < all.size(); i++) {
            int place = tested.indexOf(i);
            rows.add(row(all.get(i), place < 0 ? null : adjusted[place]));
        }
        return rows;
    }

    private ComparisonRow row(Compared compared, @Nullable Double adjustedP) {
        RequestMetric metric = compared.rate().metric();
        Primary primary = compared.primary();
        Contrast tested = compared.contrast();
        Contrast decided = primary == null ? null : tested;
        double level = SliceSums.LEVEL;
        double decisive = KpiRule.level(plan.alpha(), claims);
        DetectableEffect detectable =
                figure(tested, test -> test.detectable(primary == null ? level : decisive, plan.power()));
        double control = sums.get(0).of(compared.rate()).ratio();
        double value = sums.get(compared.arm()).of(compared.rate()).ratio();
        return new ComparisonRow(
                metric.name(),
                Rows.unit(metric),
                "higher",
                role(primary),
                arms.name(compared.arm()),
                Rows.finite(control),
                Rows.finite(value),
                Rows.finite(tested == null ? value - control : tested.difference()),
                figure(tested, test -> Rows.interval(test.interval(level))),
                tested == null ? lift(control, value) : tested.lift(),
                figure(tested, test -> Rows.interval(test.liftInterval(level))),
                figure(tested, test -> test.pValue().value()),
                figure(tested, test -> test.pValue().log10()),
                adjustedP,
                figure(decided, test -> Rows.interval(test.interval(decisive))),
                figure(decided, test -> Rows.interval(test.liftInterval(decisive))),
                figure(primary, of -> of.minEffect().value()),
                figure(primary, of -> of.minEffect().unit()),
                tested == null || compared.spoiled() != null ? "unknown" : verdict(tested, level),
                figure(detectable, effect -> Rows.finite(effect.absolute())),
                figure(detectable, effect -> Rows.finite(effect.relative())),
                tested == null || detectable == null ? List.of() : usersNeeded(detectable, tested.users()),
                compared.fewData(),
                tested == null ? null : covariate(compared, level),
                reason(compared, level));
    }

    /** What is known of something, if there is something. */
    private static <T, F> @Nullable F figure(@Nullable T something, Function<T, @Nullable F> figure) {
        return something == null ? null : figure.apply(something);
    }

    private static @Nullable Double lift(double control, double value) {
        return control > 0 ? Rows.finite(value / control - 1) : null;
    }

    private static @Nullable String reason(Compared compared, double level) {
        if (compared.spoiled() != null) {
            return compared.spoiled();
        }
        Contrast tested = compared.contrast();
        return tested == null
                ? compared.whyNot()
                : tested.liftInterval(level).whyNot().orElse(null);
    }

    private static String role(@Nullable Primary primary) {
        return primary == null ? "secondary" : "primary";
    }

    private static String verdict(Contrast contrast, double level) {
        if (!contrast.pValue().isBelow(1 - level)) {
            return "inconclusive";
        }
        return contrast.difference() > 0 ? "better" : "worse";
    }

    private static List<UsersNeededRow> usersNeeded(DetectableEffect detectable, long users) {
        List<UsersNeededRow> rows = new ArrayList<>();
        for (double lift : LIFTS) {
            double factor = detectable.usersFactor(lift);
            if (factor * users < 1e15) {
                rows.add(new UsersNeededRow(lift, (long) Math.ceil(factor * users)));
            }
        }
        return rows;
    }

    private ComparisonRow.@Nullable CovariateRow covariate(Compared compared, double level) {
        Contrast plain = compared.plain();
        return adjustments == null || plain == null
                ? null
                : adjustments.row(compared.rate(), compared.arm(), plain, level);
    }
}
