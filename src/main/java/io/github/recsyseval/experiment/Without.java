package io.github.recsyseval.experiment;

import io.github.recsyseval.metric.kpi.RequestRates;
import io.github.recsyseval.stat.RatioMoments;
import org.jspecify.annotations.Nullable;

/** The KPIs of the control and the candidate over all users but some. */
final class Without {
    private final Horizon horizon;
    private final int[] column;
    private final long[] left = new long[2];
    private final RatioMoments[][] moments = new RatioMoments[2][RequestRates.KPIS.size()];

    /** @param columns says where a KPI stands in the totals of a user */
    Without(Horizon horizon, ArmSums columns) {
        this.horizon = horizon;
        column = new int[RequestRates.KPIS.size()];
        for (int kpi = 0; kpi < column.length; kpi++) {
            column[kpi] = columns.metrics().indexOf(RequestRates.KPIS.get(kpi).metric());
            moments[0][kpi] = new RatioMoments();
            moments[1][kpi] = new RatioMoments();
        }
    }

    /** Counts a user of an arm, or leaves one out. */
    void user(int arm, boolean isLeftOut, double[] totals, long[] counted) {
        if (isLeftOut) {
            left[arm]++;
            return;
        }
        for (int kpi = 0; kpi < column.length; kpi++) {
            moments[arm][kpi].addAny(totals[column[kpi]], counted[column[kpi]]);
        }
    }

    /** How many users of each arm are left out, in words. */
    String byArm(Arms arms) {
        return byArm(arms, left[0], left[1]);
    }

    static String byArm(Arms arms, long ofControl, long ofCandidate) {
        return Amounts.count(ofCandidate) + " in " + arms.shown(1) + ", " + Amounts.count(ofControl) + " in "
                + arms.shown(0);
    }

    /** Of both arms. */
    long left() {
        return left[0] + left[1];
    }

    /** Null where nothing can be compared. */
    @Nullable Contrast contrast(RequestRates rate) {
        int kpi = RequestRates.KPIS.indexOf(rate);
        return Contrast.between(moments[0][kpi], moments[1][kpi], horizon);
    }
}
