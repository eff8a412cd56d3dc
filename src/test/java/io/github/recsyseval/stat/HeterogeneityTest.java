package io.github.recsyseval.stat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.github.recsyseval.stat.Heterogeneity.Effect;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Cochran's Q. */
class HeterogeneityTest {

    @Test
    void isCochransQ() {
        // w = 1/v; mu = (w*e).sum()/w.sum(); Q = ((e-mu)**2/v).sum(); stats.chi2.sf(Q, 2)
        Heterogeneity.Test test =
                Heterogeneity.of(List.of(new Effect(0.02, 1e-4), new Effect(0.05, 4e-4), new Effect(-0.01, 2e-4)));
        assertThat(test.statistic()).isCloseTo(6.428571428571429, within(1e-12));
        assertThat(test.degreesOfFreedom()).isEqualTo(2);
        assertThat(test.pValue().value()).isCloseTo(0.04018402645107363, within(1e-14));
    }

    @Test
    void oneEffectDiffersFromNothing() {
        assertThatIllegalArgumentException().isThrownBy(() -> Heterogeneity.of(List.of(new Effect(1, 1))));
    }
}
