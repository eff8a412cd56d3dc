package io.github.recsyseval.stat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** Uniformity. Expected values in SciPy: d = stats.kstest(p, 'uniform').statistic; special.kolmogorov(np.sqrt(n) * d). */
class KolmogorovTest {

    @Test
    void numbersThatRepeat() {
        // p = np.array([.1, .2, .25, .4, .45, .5, .55, .7, .9, .95] * 20)
        double[] ten = {.1, .2, .25, .4, .45, .5, .55, .7, .9, .95};
        double[] p = new double[200];
        Arrays.setAll(p, i -> ten[i % 10]);
        Kolmogorov test = Kolmogorov.uniform(p);
        assertThat(test.statistic()).isCloseTo(0.15, within(1e-12));
        assertThat(test.pValue()).isCloseTo(0.0002468196081728974, within(1e-12));
    }

    @Test
    void numbersThatAreNot() {
        // p = np.linspace(0, 1, 101) ** 2
        double[] p = new double[101];
        Arrays.setAll(p, i -> i / 100.0 * (i / 100.0));
        Kolmogorov test = Kolmogorov.uniform(p);
        assertThat(test.statistic()).isCloseTo(0.25495049504950495, within(1e-12));
        assertThat(test.pValue()).isCloseTo(3.969766367514048e-06, within(1e-15));
    }

    @Test
    void perfectlyEvenNumbers() {
        double[] p = new double[1000];
        Arrays.setAll(p, i -> (i + 0.5) / 1000);
        assertThat(Kolmogorov.uniform(p).pValue()).isEqualTo(1);
        assertThat(Kolmogorov.uniform(new double[0]).pValue()).isEqualTo(1);
    }
}
