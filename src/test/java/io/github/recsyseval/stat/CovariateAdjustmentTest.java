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
}
