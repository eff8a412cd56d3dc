package io.github.recsyseval.experiment;

import io.github.recsyseval.metric.RequestMetric;
import io.github.recsyseval.metric.SliceSums;
import io.github.recsyseval.report.ComparisonRow;
import io.github.recsyseval.report.ComparisonRow.UsersNeededRow;
import io.github.recsyseval.stat.DetectableEffect;
import io.github.recsyseval.stat.Holm;
import io.github.recsyseval.stat.IntervalOrReason;
import io.github.recsyseval.stat.PValue;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
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
        Contrast contrast = compared.contrast();
        return contrast == null ? withoutTest(compared) : row(compared, contrast, adjustedP);
    }

    private ComparisonRow withoutTest(Compared compared) {
        RequestMetric metric = compared.rate().metric();
        Primary primary = compared.primary();
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
                Rows.finite(value - control),
                null,
                control > 0 ? Rows.finite(value / control - 1) : null,
                null,
                null,
                null,
                null,
                null,
                null,
                minEffect(primary),
                minEffectUnit(primary),
                "unknown",
                null,
                null,
                List.of(),
                compared.fewData(),
                null,
                compared.spoiled() == null ? compared.whyNot() : compared.spoiled());
    }

    private ComparisonRow row(Compared compared, Contrast contrast, @Nullable Double adjustedP) {
        RequestMetric metric = compared.rate().metric();
        Primary primary = compared.primary();
        double level = SliceSums.LEVEL;
        double decisive = KpiRule.level(plan.alpha(), claims);
        PValue p = contrast.pValue();
        DetectableEffect detectable = contrast.detectable(primary == null ? level : decisive, plan.power());
        IntervalOrReason lift = contrast.liftInterval(level);
        return new ComparisonRow(
                metric.name(),
                Rows.unit(metric),
                "higher",
                role(primary),
                arms.name(compared.arm()),
                Rows.finite(sums.get(0).of(compared.rate()).ratio()),
                Rows.finite(sums.get(compared.arm()).of(compared.rate()).ratio()),
                contrast.difference(),
                Rows.interval(contrast.interval(level)),
                contrast.lift(),
                Rows.interval(lift),
                p.value(),
                p.log10(),
                adjustedP,
                primary == null ? null : Rows.interval(contrast.interval(decisive)),
                primary == null ? null : Rows.interval(contrast.liftInterval(decisive)),
                minEffect(primary),
                minEffectUnit(primary),
                compared.spoiled() == null ? verdict(contrast, p, level) : "unknown",
                Rows.finite(detectable.absolute()),
                Rows.finite(detectable.relative()),
                usersNeeded(detectable, contrast.users()),
                compared.fewData(),
                covariate(compared, level),
                compared.spoiled() == null ? lift.whyNot().orElse(null) : compared.spoiled());
    }

    private static String role(@Nullable Primary primary) {
        return primary == null ? "secondary" : "primary";
    }

    private static @Nullable Double minEffect(@Nullable Primary primary) {
        return primary == null ? null : (Double) primary.minEffect().value();
    }

    private static @Nullable String minEffectUnit(@Nullable Primary primary) {
        return primary == null ? null : primary.minEffect().unit();
    }

    private static String verdict(Contrast contrast, PValue p, double level) {
        if (!p.isBelow(1 - level)) {
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
