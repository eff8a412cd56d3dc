package io.github.recsyseval.stat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

/** Holm and Benjamini-Hochberg. */
class MultipleComparisonsTest {

    private static final double[] P = {0.005, 0.06, 0.007, 0.04, 0.01, 0.03};

    @Test
    void holmAsInR() {
        // p.adjust(c(.005, .06, .007, .04, .01, .03), "holm")
        assertThat(Holm.adjusted(P)).containsExactly(new double[] {0.03, 0.09, 0.035, 0.09, 0.04, 0.09}, within(1e-15));
    }

    @Test
    void benjaminiHochbergAsInR() {
        // p.adjust(..., "BH"); also scipy.stats.false_discovery_control
        assertThat(BenjaminiHochberg.adjusted(P))
                .containsExactly(new double[] {0.02, 0.06, 0.02, 0.048, 0.02, 0.045}, within(1e-15));
    }

    @Test
    void theVectorsAgree() {
        double[] bh = StatVectors.numbers(StatVectors.named("bh").at("/expected/adjusted"));
        double[] holm = StatVectors.numbers(StatVectors.named("holm_bonferroni").at("/expected/holm"));
        assertThat(BenjaminiHochberg.adjusted(P)).containsExactly(bh, within(1e-12));
        assertThat(Holm.adjusted(P)).containsExactly(holm, within(1e-12));
    }

    @Test
    void equalPValuesStayEqualAndNoneExceedsOne() {
        double[] ties = {0.5, 0.02, 0.5, 0.02};
        assertThat(Holm.adjusted(ties)).containsExactly(1, 0.08, 1, 0.08);
        assertThat(BenjaminiHochberg.adjusted(ties)).containsExactly(0.5, 0.04, 0.5, 0.04);
    }

    @Test
    void nothingToAdjust() {
        assertThat(Holm.adjusted(new double[0])).isEmpty();
        assertThat(BenjaminiHochberg.adjusted(new double[0])).isEmpty();
        assertThat(Holm.adjusted(new double[] {0.04})).containsExactly(0.04);
        assertThat(BenjaminiHochberg.adjusted(new double[] {0.04})).containsExactly(0.04);
    }

    @Test
    void refusesWhatIsNoPValue() {
        assertThatIllegalArgumentException().isThrownBy(() -> Holm.adjusted(new double[] {0.1, Double.NaN}));
        assertThatIllegalArgumentException().isThrownBy(() -> BenjaminiHochberg.adjusted(new double[] {1.1}));
    }
}
