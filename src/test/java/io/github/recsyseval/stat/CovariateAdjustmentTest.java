package io.github.recsyseval.stat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** CUPED. The adjustment of ratios with missing covariates is held against numpy in ExperimentDesignTest. */
class CovariateAdjustmentTest {

    @Test
    void thetaOfThePublishedExample() {
        JsonNode vector = StatVectors.named("cuped_theta");
        double[] pre = StatVectors.numbers(vector.get("input").get("pre"));
        double[] post = StatVectors.numbers(vector.get("input").get("post"));
        CovariateAdjustment adjustment = new CovariateAdjustment(2);
        for (int arm = 0; arm < 2; arm++) {
            for (int i = 0; i < pre.length; i++) {
                adjustment.add(arm, post[i], pre[i]);
            }
        }
        assertThat(adjustment.theta())
                .isCloseTo(vector.get("full_precision_recomputed").get("theta").doubleValue(), within(1e-14));
        assertThat(adjustment.coverage()).isEqualTo(1);
        assertThat(adjustment.shift(1)).isZero();
    }

    @Test
    void aCovariateThatDoesNotVaryChangesNothing() {
        CovariateAdjustment adjustment = new CovariateAdjustment(2);
        double[] y = {1, 2, 4, 8};
        for (int i = 0; i < 8; i++) {
            adjustment.add(i % 2, y[i / 2], 3);
        }
        assertThat(adjustment.theta()).isZero();
        assertThat(adjustment.varianceReduction()).isZero();
        assertThat(adjustment.correlation()).isZero();
        // np.var([1, 2, 4, 8], ddof=1) / 4
        assertThat(adjustment.variance(0)).isCloseTo(2.3958333333333335, within(1e-15));
    }

    @Test
    void aCovariateThatNobodyHasChangesNothing() {
        CovariateAdjustment adjustment = new CovariateAdjustment(2);
        for (int i = 0; i < 8; i++) {
            adjustment.add(i % 2, i * i % 5, Double.NaN);
        }
        assertThat(adjustment.coverage()).isZero();
        assertThat(adjustment.shift(0)).isZero();
        assertThat(adjustment.covariate(0)).isNull();
    }

    @Test
    void aCovariateThatExplainsEverythingLeavesNoVariance() {
        CovariateAdjustment adjustment = new CovariateAdjustment(2);
        for (int i = 0; i < 10; i++) {
            adjustment.add(i % 2, 2.0 * i, i);
        }
        assertThat(adjustment.varianceReduction()).isCloseTo(1, within(1e-12));
        // means of X are 4 and 5, of all 4.5: theta 2 times half a unit
        assertThat(adjustment.shift(0)).isCloseTo(1, within(1e-12));
        assertThat(adjustment.shift(1)).isCloseTo(-1, within(1e-12));
    }

    /**
     * Six groups with 16 users of two arms. Expected by numpy: of the rows (sum y, sum x, sum z, n) of each group in an arm, less n times
     * their means over the arm's users, theta = solve(W'W, W'y) pooled, e = y - W theta, variance = K / (K - 1) e'e / n^2; of the
     * covariate likewise, (sum x - mean known), over the users who have it.
     */
    @Test
    void usersInGroups() {
        int[] arm = {0, 1, 0, 0, 1, 1, 0, 1, 0, 1, 1, 0, 0, 1, 0, 1};
        int[] group = {0, 0, 0, 1, 1, 1, 2, 2, 3, 3, 3, 4, 4, 4, 5, 5};
        double[] y = {0.5, -1, 0.25, 1.5, 2, -0.5, -0.75, 0, 1, -1.5, 0.75, -2, 0.5, 0.25, -1, 1.25};
        double none = Double.NaN;
        double[] x = {0.25, -0.5, none, 1, 1.5, none, -0.5, 0.25, 0.5, -1, 0.5, -1.5, none, 0, -0.5, none};
        CovariateAdjustment adjustment = new CovariateAdjustment(2);
        for (int i = 0; i < y.length; i++) {
            if (i > 0 && group[i] != group[i - 1]) {
                adjustment.endGroup();
            }
            adjustment.addToGroup(arm[i], y[i], x[i]);
        }
        adjustment.endGroup();
        assertThat(adjustment.coverage()).isEqualTo(0.75);
        assertThat(adjustment.theta()).isCloseTo(1.2283965, within(5e-9));
        assertThat(adjustment.variance(0)).isCloseTo(0.008338929599982966, within(1e-15));
        assertThat(adjustment.variance(1)).isCloseTo(0.025406634885383812, within(1e-15));
        assertThat(adjustment.shift(0)).isCloseTo(0.11516217158800279, within(1e-15));
        assertThat(adjustment.covariate(0)).isEqualTo(new Estimate(-0.125, 0.13229166666666667, 6));
        assertThat(adjustment.covariate(1).value()).isEqualTo(0.125);
        assertThat(adjustment.covariate(1).variance()).isCloseTo(0.0998263888888889, within(1e-15));
        assertThat(adjustment.covariate(1).clusters()).isEqualTo(5);
    }
}
