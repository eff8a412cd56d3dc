package io.github.recsyseval.stat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

/**
 * Expected values in SciPy: a = 10000*p; lb = gammaln(a.sum()) - gammaln(a.sum() + o.sum()) + (gammaln(a + o) - gammaln(a)).sum() -
 * (o*log(p)).sum(); min(1, exp(-lb)).
 */
class SequentialSampleRatioTestTest {

    @Test
    void isTheInverseOfTheBayesFactor() {
        PValue p = SequentialSampleRatioTest.pValue(new long[] {4800, 5200}, new double[] {1, 1});
        assertThat(p.value()).isCloseTo(0.025890461350768, within(1e-9));
    }

    @Test
    void isOneWhereTheSplitIsAsIntended() {
        assertThat(SequentialSampleRatioTest.pValue(new long[] {900, 50, 50}, new double[] {90, 5, 5})
                        .value())
                .isEqualTo(1);
        assertThat(SequentialSampleRatioTest.pValue(new long[] {0, 0}, new double[] {1, 1})
                        .value())
                .isEqualTo(1);
    }

    @Test
    void keepsTheLogarithmOfWhatIsTooSmall() {
        PValue p = SequentialSampleRatioTest.pValue(new long[] {60_000, 40_000}, new double[] {1, 1});
        assertThat(p.value()).isZero();
        assertThat(p.log10()).isCloseTo(-1827.1520453545236 / Math.log(10), within(1e-6));
    }

    @Test
    void refusesAnArmThatNobodyExpects() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SequentialSampleRatioTest.pValue(new long[] {5, 5}, new double[] {1, 0}));
    }
}
