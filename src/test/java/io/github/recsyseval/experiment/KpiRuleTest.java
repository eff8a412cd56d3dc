package io.github.recsyseval.experiment;

import static io.github.recsyseval.experiment.KpiRule.Verdict.HARMED;
import static io.github.recsyseval.experiment.KpiRule.Verdict.INCONCLUSIVE;
import static io.github.recsyseval.experiment.KpiRule.Verdict.PERHAPS_HARMED;
import static io.github.recsyseval.experiment.KpiRule.Verdict.PROVEN;
import static io.github.recsyseval.experiment.KpiRule.Verdict.UNKNOWN;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.recsyseval.stat.Estimate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What primary metrics say. Intervals of a difference reach 1.96 or, for two claims, 2.24 standard errors (stats.norm.ppf). */
class KpiRuleTest {
    private static final double ERROR = 0.01;

    /** A difference of so many standard errors. */
    private static Contrast contrast(double standardErrors) {
        return over(0.5, standardErrors);
    }

    private static Contrast over(double value, double standardErrors) {
        double variance = ERROR * ERROR / 2;
        Estimate control = new Estimate(value, variance, 100_000);
        return new Contrast(
                control,
                control,
                new Estimate(value + standardErrors * ERROR, variance, 100_000),
                200_000,
                Horizon.fixedEnd());
    }

    private static KpiRule.Verdict verdict(double standardErrors, Effect effect, int claims) {
        return KpiRule.verdict(contrast(standardErrors), effect, false, 0.05, claims);
    }

    @Test
    void theIntervalAtTheCorrectedLevelProves() {
        assertThat(verdict(2.0, Effect.ANY, 1)).isEqualTo(PROVEN);
        assertThat(verdict(1.9, Effect.ANY, 1)).isEqualTo(INCONCLUSIVE);
        assertThat(verdict(2.2, Effect.ANY, 2)).isEqualTo(INCONCLUSIVE);
        assertThat(verdict(2.3, Effect.ANY, 2)).isEqualTo(PROVEN);
    }

    @Test
    void harmIsSuspectedBeforeItIsEstablished() {
        assertThat(verdict(-1.9, Effect.ANY, 2)).isEqualTo(INCONCLUSIVE);
        assertThat(verdict(-2.1, Effect.ANY, 2)).isEqualTo(PERHAPS_HARMED);
        assertThat(verdict(-2.3, Effect.ANY, 2)).isEqualTo(HARMED);
    }

    @Test
    void theMinimumEffectMovesTheBar() {
        assertThat(verdict(3, new Effect(0.02, false), 1)).isEqualTo(INCONCLUSIVE);
        assertThat(verdict(4, new Effect(0.02, false), 1)).isEqualTo(PROVEN);
        // a margin of two standard errors: what is surely within it ships, what is surely beyond rolls back
        assertThat(verdict(0, new Effect(-0.02, false), 1)).isEqualTo(PROVEN);
        assertThat(verdict(-1, new Effect(-0.02, false), 1)).isEqualTo(INCONCLUSIVE);
        assertThat(verdict(-4.1, new Effect(-0.02, false), 1)).isEqualTo(HARMED);
    }

    @Test
    void overANegativeControlTheDifferenceDecides() {
        // from -1 to -1 - 5 standard errors is a greater loss, although (-1.05) / (-1) - 1 = +5 %
        assertThat(KpiRule.verdict(over(-1, -5), Effect.ANY, false, 0.05, 1)).isEqualTo(HARMED);
        assertThat(KpiRule.verdict(over(-1, 5), Effect.ANY, false, 0.05, 1)).isEqualTo(PROVEN);
        assertThat(KpiRule.verdict(over(-1, 1), Effect.ANY, false, 0.05, 1)).isEqualTo(INCONCLUSIVE);
        assertThat(over(-1, 5).lift()).isNull();
        // a lift of 1 % cannot be asked for, a difference can
        assertThat(KpiRule.verdict(over(-1, 5), new Effect(0.01, true), false, 0.05, 1))
                .isEqualTo(UNKNOWN);
        assertThat(KpiRule.verdict(over(-1, 5), new Effect(0.01, false), false, 0.05, 1))
                .isEqualTo(PROVEN);
    }

    @Test
    void overAControlThatMayBeZeroAnyImprovementIsOfTheDifference() {
        assertThat(over(0.001, 5).liftInterval(0.95).interval()).isEmpty();
        assertThat(KpiRule.verdict(over(0.001, 5), Effect.ANY, false, 0.05, 1)).isEqualTo(PROVEN);
        assertThat(KpiRule.verdict(over(0.001, -5), Effect.ANY, false, 0.05, 1)).isEqualTo(HARMED);
    }

    @Test
    void fewDataProveNothing() {
        assertThat(KpiRule.verdict(contrast(9), Effect.ANY, true, 0.05, 1)).isEqualTo(INCONCLUSIVE);
        assertThat(KpiRule.verdict(contrast(-9), Effect.ANY, true, 0.05, 1)).isEqualTo(PERHAPS_HARMED);
        assertThat(KpiRule.verdict(null, Effect.ANY, false, 0.05, 1)).isEqualTo(UNKNOWN);
    }

    @Test
    void oneProvenMetricShipsUnlessAnotherSpeaksAgainstIt() {
        assertThat(KpiRule.outcome(List.of(PROVEN, INCONCLUSIVE))).isEqualTo(KpiRule.Outcome.SHIP);
        assertThat(KpiRule.outcome(List.of(PROVEN, PERHAPS_HARMED))).isEqualTo(KpiRule.Outcome.HOLD);
        assertThat(KpiRule.outcome(List.of(PROVEN, UNKNOWN))).isEqualTo(KpiRule.Outcome.HOLD);
        assertThat(KpiRule.outcome(List.of(PROVEN, HARMED))).isEqualTo(KpiRule.Outcome.ROLLBACK);
        assertThat(KpiRule.outcome(List.of(INCONCLUSIVE))).isEqualTo(KpiRule.Outcome.HOLD);
    }
}
