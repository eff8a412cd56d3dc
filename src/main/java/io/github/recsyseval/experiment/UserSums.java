package io.github.recsyseval.experiment;

import io.github.recsyseval.metric.LedgerSums;
import io.github.recsyseval.metric.RequestMetric;
import io.github.recsyseval.metric.RowGroups;
import io.github.recsyseval.stat.RatioMoments;
import io.github.recsyseval.stat.Skewness;
import java.util.List;

/**
 * The sums of each user, gone through once more where a ratio is asked for whose denominator is no number of exposures.
 *
 * @param metrics of the run, in the order in which they were summed
 * @param groups the arms' rows
 */
record UserSums(LedgerSums ledger, RowGroups groups, List<RequestMetric> metrics) {
    /** One metric over another, such as what conversions are worth, by arm and user; users whose denominator is 0 are left out. */
    List<RatioMoments> perEvent(RequestMetric numerator, RequestMetric denominator, int arms) {
        int above = metrics.indexOf(numerator);
        int below = metrics.indexOf(denominator);
        List<RatioMoments> ratios = LostAssignments.moments(arms);
        ledger.visitUsers(groups, (user, arm, totals, counted) -> {
            if (totals[below] > 0) {
                ratios.get(arm).add(totals[above], totals[below]);
            }
        });
        return ratios;
    }

    /** Of the difference of the candidate and the control: (sum e^3 / (sum d)^3 of the one - of the other) / SE^3, with e of {@link RatioMoments}. */
    Skewness skewness(RequestMetric metric, Contrast contrast, ArmSums control, ArmSums candidate) {
        int at = metrics.indexOf(metric);
        double[] ratio = {control.of(metric).ratio(), candidate.of(metric).ratio()};
        double[] scale = {
            control.of(metric).denominator() * contrast.standardError(),
            candidate.of(metric).denominator() * contrast.standardError()
        };
        double[] cubes = new double[2];
        ledger.visitUsers(groups, (user, arm, totals, counted) -> {
            if (arm <= 1) {
                double e = (totals[at] - ratio[arm] * counted[at]) / scale[arm];
                cubes[arm] += e * e * e;
            }
        });
        return new Skewness(cubes[1] - cubes[0]);
    }
}
