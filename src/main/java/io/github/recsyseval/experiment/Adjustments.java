package io.github.recsyseval.experiment;

import io.github.recsyseval.metric.LedgerSums;
import io.github.recsyseval.metric.RequestMetric;
import io.github.recsyseval.metric.RowGroups;
import io.github.recsyseval.metric.kpi.RequestRates;
import io.github.recsyseval.report.ComparisonRow.CovariateRow;
import io.github.recsyseval.stat.CovariateAdjustment;
import io.github.recsyseval.stat.Estimate;
import io.github.recsyseval.stat.RatioMoments;
import io.github.recsyseval.stat.WelchTest;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** CUPED for every KPI: a ratio R = sum m / sum d is adjusted through Y_u = (m_u - R d_u) / mean of d, whose mean is 0. */
final class Adjustments {
    private static final double NO_USE = 0.01;
    /** For one test; divided by how many there are. */
    private static final double IMBALANCE = ExpectedSplit.DEFAULT_ALPHA;

    private final List<CovariateAdjustment> byKpi = new ArrayList<>();
    private final int arms;

    /** @param arms the sums of every arm, by its number in the groups */
    Adjustments(UserCovariates before, LedgerSums sums, RowGroups groups, List<ArmSums> arms) {
        this.arms = arms.size();
        List<RequestMetric> metrics = arms.get(0).metrics();
        int kpis = RequestRates.KPIS.size();
        double[][] ratio = new double[kpis][arms.size()];
        double[][] mean = new double[kpis][arms.size()];
        int[] column = new int[kpis];
        for (int kpi = 0; kpi < kpis; kpi++) {
            byKpi.add(new CovariateAdjustment(arms.size()));
            column[kpi] = metrics.indexOf(RequestRates.KPIS.get(kpi).metric());
            for (int arm = 0; arm < arms.size(); arm++) {
                RatioMoments moments = arms.get(arm).sums().moments(column[kpi]);
                ratio[kpi][arm] = moments.ratio();
                mean[kpi][arm] = moments.denominator() / moments.users();
            }
        }
        UserCovariates.Reader covariates = before.reader();
        long[] last = {0};
        sums.visitUsers(groups, (user, arm, totals, counted) -> {
            if (groups.cluster().of(user) != groups.cluster().of(last[0])) {
                byKpi.forEach(CovariateAdjustment::endGroup);
            }
            last[0] = user;
            covariates.moveTo(user);
            for (int kpi = 0; kpi < kpis; kpi++) {
                double y = (totals[column[kpi]] - ratio[kpi][arm] * counted[column[kpi]]) / mean[kpi][arm];
                byKpi.get(kpi).addToGroup(arm, y, covariates.of(kpi));
            }
        });
        byKpi.forEach(CovariateAdjustment::endGroup);
    }

    /** That of the first KPI; of a covariate that is the same for all it tells all about it. */
    CovariateAdjustment first() {
        return byKpi.get(0);
    }

    /** The contrast of a KPI with the adjustment. */
    Contrast adjusted(RequestRates kpi, int arm, Contrast plain) {
        CovariateAdjustment adjustment = of(kpi);
        return new Contrast(
                plain.base(),
                adjusted(adjustment, 0, plain.control()),
                adjusted(adjustment, arm, plain.treatment()),
                plain.users(),
                plain.horizon());
    }

    private static Estimate adjusted(CovariateAdjustment adjustment, int arm, Estimate plain) {
        return new Estimate(plain.value() + adjustment.shift(arm), adjustment.variance(arm), plain.clusters());
    }

    private CovariateAdjustment of(RequestRates kpi) {
        return byKpi.get(RequestRates.KPIS.indexOf(kpi));
    }

    /** What the adjustment did. */
    CovariateRow row(RequestRates kpi, int arm, Contrast plain, double level) {
        CovariateAdjustment adjustment = of(kpi);
        Double imbalance = imbalance(adjustment, arm);
        Contrast adjusted = adjusted(kpi, arm, plain);
        boolean uneven = imbalance != null && imbalance < IMBALANCE / byKpi.size();
        String note = uneven
                ? "the arms differed before the experiment began: look for users who were not assigned at random"
                : adjustment.varianceReduction() < NO_USE
                        ? "of no use: the covariate says nothing about this metric"
                        : "";
        return new CovariateRow(
                adjustment.coverage(),
                adjustment.correlation(),
                adjustment.theta(),
                adjustment.varianceReduction(),
                imbalance,
                adjusted.control().value(),
                adjusted.treatment().value(),
                plain.difference(),
                Rows.interval(plain.interval(level)),
                plain.liftInterval(level).interval().map(Rows::interval).orElse(null),
                plain.pValue().value(),
                note);
    }

    /** Whether an arm differs from the control in the covariate of a KPI beyond chance. */
    boolean isUneven() {
        double tests = (double) byKpi.size() * (arms - 1);
        for (CovariateAdjustment adjustment : byKpi) {
            for (int arm = 1; arm < arms; arm++) {
                Double p = imbalance(adjustment, arm);
                if (p != null && p < IMBALANCE / tests) {
                    return true;
                }
            }
        }
        return false;
    }

    private static @Nullable Double imbalance(CovariateAdjustment adjustment, int arm) {
        Estimate control = adjustment.covariate(0);
        Estimate treatment = adjustment.covariate(arm);
        return control == null || treatment == null || !WelchTest.isPossible(control, treatment)
                ? null
                : (Double) WelchTest.between(control, treatment).pValue().value();
    }
}
