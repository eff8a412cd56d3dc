package io.github.recsyseval.stat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** Expected values in numpy, with rho2 = (-2*log(.05) + log(-2*log(.05) + 1)) / n_star. */
class ConfidenceSequenceTest {

    @ParameterizedTest
    @CsvSource({
        // sqrt(n) * sqrt(2*(n*rho2 + 1)/(n**2*rho2) * log(sqrt(n*rho2 + 1)/(1 - level)))
        "5000, 5000, 0.95, 3.035208990376253",
        "100, 5000, 0.95, 6.694388617066039",
        "100000, 5000, 0.975, 3.539724086030509"
    })
    void reachesSoManyStandardErrors(long units, long tightestAt, double level, double expected) {
        assertThat(new ConfidenceSequence(tightestAt).criticalValue(level, units))
                .isCloseTo(expected, within(1e-12));
    }

    @Test
    void isThePublishedIntervalOfTwoProportions() {
        JsonNode vector = StatVectors.named("sequential_proportion");
        double[] expected =
                StatVectors.numbers(vector.get("full_precision_recomputed").get("ci"));
        double control = 1396 / 3000.0;
        double treatment = 2422 / 3461.0;
        double ratio = treatment / control;
        // by the delta method, Var(T / C) = (V_T + (T / C)^2 V_C) / C^2
        double variance = treatment * (1 - treatment) / 3461 + ratio * ratio * control * (1 - control) / 3000;
        double half = new ConfidenceSequence(5000).criticalValue(0.95, 6461) * Math.sqrt(variance) / control;
        assertThat(ratio - 1 - half).isCloseTo(expected[0], within(1e-12));
        assertThat(ratio - 1 + half).isCloseTo(expected[1], within(1e-12));
    }

    @Test
    void thePValueIsBelowTheLevelExactlyWhereTheIntervalLeavesOutZero() {
        ConfidenceSequence sequence = new ConfidenceSequence(2000);
        for (double statistic = 0; statistic < 8; statistic += 0.05) {
            boolean leavesOut = statistic > sequence.criticalValue(0.98, 700);
            assertThat(sequence.pValue(statistic, 700).isBelow(0.02))
                    .as("%s", statistic)
                    .isEqualTo(leavesOut);
        }
    }

    @Test
    void aPValueTooSmallForANumberKeepsItsLogarithm() {
        // x = 2000*(-2*log(.05)+log(-2*log(.05)+1))/2000; (0.5*log1p(x) - 100**2*x/(2*(x+1)))/log(10)
        PValue p = new ConfidenceSequence(2000).pValue(100, 2000);
        assertThat(p.value()).isZero();
        assertThat(p.log10()).isCloseTo(-1927.998306703804, within(1e-6));
    }
}
