package io.github.recsyseval.stat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What a test would find. */
class DetectableEffectTest {

    @Test
    void turnedAroundItIsTheSampleSizeOfTwoProportions() {
        // R: power.prop.test(p1 = .1, p2 = .11, power = .8) gives 14750.79 an arm; the same variances stand for any
        // number of users.
        JsonNode n = StatVectors.named("power_two_prop").get("expected").get("n");
        double perArm = n.get(1).doubleValue();
        Estimate control = new Estimate(0.1, 0.1 * 0.9 / perArm, 14_751);
        Estimate treatment = new Estimate(0.11, 0.11 * 0.89 / perArm, 14_751);
        // R tests with the pooled proportion under the hypothesis: k sqrt(V_T + V_C) with its own two parts
        double pooled = Math.sqrt(2 * 0.105 * 0.895 / perArm);
        double apart = Math.sqrt(control.variance() + treatment.variance());
        double factor = (Normal.criticalValue(0.95) * pooled + Normal.quantile(0.8) * apart) / apart;
        assertThat(new DetectableEffect(control, treatment, factor).absolute()).isCloseTo(0.01, within(1e-6));
    }

    @Test
    void theRelativeEffectAllowsForTheErrorOfTheControl() {
        // k = z.975 + z.8; np.roots([c*c - k*k*vc, -2*k*k*vc, -k*k*(vt + vc)]).max()
        DetectableEffect effect =
                new DetectableEffect(new Estimate(0.1, 4e-6, 900), new Estimate(0.1, 5e-6, 900), 2.801585218112969);
        double m = effect.relative();
        assertThat(m).isCloseTo(0.08738814, within(1e-6));
        assertThat(effect.usersFactor(m)).isCloseTo(1, within(1e-12));
        assertThat(effect.usersFactor(m / 10)).isGreaterThan(90);
    }

    @Test
    void overAControlThatMayBeZeroNoRelativeEffectCanBeFound() {
        Estimate weak = new Estimate(0.001, 1e-6, 20);
        assertThat(new DetectableEffect(weak, weak, 2.8).relative()).isNaN();
    }
}
