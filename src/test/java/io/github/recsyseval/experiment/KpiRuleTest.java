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
        double variance = ERROR * ERROR / 2;
        Estimate control = new Estimate(0.5, variance, 100_000);
        return new Contrast(
                control,
                control,
                new Estimate(0.5 + standardErrors * ERROR, variance, 100_000),
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
