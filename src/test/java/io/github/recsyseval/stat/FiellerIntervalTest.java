package io.github.recsyseval.stat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class FiellerIntervalTest {

    /** Means with variance s^2/n of the vector welch_relative_delta, computed from its sums. */
    private static final Estimate CONTROL = new Estimate(0.41, 0.004464338127384796, 3407);

    private static final Estimate TREATMENT = new Estimate(0.7, 0.01110661658480208, 3461);

    @Test
    void fiellersEndsSolveTheirQuadraticEquation() {
        // c = stats.t.ppf(.975, 5841.742032093565); np.roots([mc**2 - c**2*vc, -2*mt*mc, mt**2 - c**2*vt]) - 1
        Interval interval = fieller(CONTROL, TREATMENT);
        assertThat(interval.lower()).isCloseTo(0.09406197077128664, within(1e-12));
        assertThat(interval.upper()).isCloseTo(1.7086899441918981, within(1e-12));
        assertThat(interval.method()).isEqualTo("fieller");
    }

    @Test
    void fiellerLeavesOutZeroExactlyWhenTheTestRejects() {
        for (int step = -40; step <= 40; step++) {
            Estimate treatment = new Estimate(0.41 + step * 0.01, 0.006, 40);
            Estimate control = new Estimate(0.41, 0.0045, 35);
            boolean rejects = WelchTest.between(control, treatment).pValue().isBelow(0.05);
            assertThat(!fieller(control, treatment).contains(0))
                    .as("step %d", step)
                    .isEqualTo(rejects);
        }
    }

    @Test
    void overANegativeControlThereIsNoLift() {
        // -1 to -2 is a loss that doubled; -2 / -1 - 1 = +100 % would praise it
        Estimate control = new Estimate(-1, 0.001, 5000);
        Estimate treatment = new Estimate(-2, 0.001, 5000);
        NoInterval none = new NoInterval("the control is negative, over which there is no lift");
        assertThat(FiellerInterval.of(control, treatment, 0.95)).isEqualTo(none);
        assertThat(FiellerInterval.ofDifference(-1, 0.002, -0.001, control, 0.95, 1.96))
                .isEqualTo(none);
        DetectableEffect detectable = new DetectableEffect(control, treatment, 2.8);
        assertThat(detectable.relative()).isNaN();
        assertThat(detectable.usersFactor(0.01)).isNaN();
    }

    @Test
    void aControlThatCouldBeZeroHasNoLift() {
        // g = 1.96^2 * .01 / .1^2 = 3.8
        assertThat(FiellerInterval.of(new Estimate(0.1, 0.01, 5000), TREATMENT, 0.95))
                .isEqualTo(new NoInterval("the control is not distinguishable from 0, so the lift has no bounds"));
        assertThat(FiellerInterval.of(new Estimate(0, 0, 5000), TREATMENT, 0.95))
                .isEqualTo(new NoInterval("the control is not distinguishable from 0, so the lift has no bounds"));
        assertThat(FiellerInterval.of(new Estimate(1, 0, 50), new Estimate(1, 0, 50), 0.95))
                .isEqualTo(new NoInterval("no variation between users"));
    }

    private static Interval fieller(Estimate control, Estimate treatment) {
        return FiellerInterval.of(control, treatment, 0.95).interval().orElseThrow();
    }
}
