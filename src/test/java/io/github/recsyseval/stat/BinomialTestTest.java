package io.github.recsyseval.stat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

class BinomialTestTest {

    @ParameterizedTest
    @CsvSource({
        "0, 10, 0.3, 0.0388396033, 0, 0.30849710781876294",
        "10, 10, 0.3, 5.9048999999999975e-06, 0.6915028921812371, 1",
        "5, 10, 0.5, 1, 0.1870860284474045, 0.8129139715525955",
        "3, 1000000, 1e-6, 0.08030130510144962, 6.186725999192623e-07, 8.76724780590618e-06",
        "1000400, 2000000, 0.5, 0.5720885226306459, 0.49950679827341593, 0.5008932011474418",
        "90, 100, 0.5, 3.0632901754379845e-17, 0.8237774022598247, 0.9509953107785141",
        "1, 3, 0.9, 0.028, 0.008403758659612647, 0.9057006759492866",
        "7, 20, 0.2, 0.09822172861346881, 0.1539092047845412, 0.5921885345328283"
    })
    void pValueAndIntervalOfSciPy(int successes, int trials, double probability, double p, double lower, double upper) {
        // r = scipy.stats.binomtest(x, n, p); r.pvalue; r.proportion_ci(.95, 'exact')
        BinomialTest test = new BinomialTest(successes, trials, probability);
        assertThat(test.pValue().value()).isCloseTo(p, within(p * 1e-8));
        assertThat(test.interval(0.95).lower()).isCloseTo(lower, within(1e-11));
        assertThat(test.interval(0.95).upper()).isCloseTo(upper, within(1e-11));
    }

    @Test
    void theExampleOfR() {
        JsonNode expected = StatVectors.named("binom_exact_682_925").get("expected");
        BinomialTest test = new BinomialTest(682, 925, 0.75);
        double[] interval = StatVectors.numbers(expected.get("clopper_pearson95"));
        assertThat(test.pValue().value()).isCloseTo(expected.get("p_two_sided").doubleValue(), within(1e-12));
        assertThat(test.interval(0.95).lower()).isCloseTo(interval[0], within(1e-12));
        assertThat(test.interval(0.95).upper()).isCloseTo(interval[1], within(1e-12));
    }

    @Test
    void logarithmOfAPValueThatVanishes() {
        // mpmath: log10(2 * sum(binomial(10000, k) * mpf(.5)**10000 for k in range(9000, 10001)))
        PValue p = new BinomialTest(9000, 10_000, 0.5).pValue();
        assertThat(p.value()).isZero();
        assertThat(p.log10()).isCloseTo(-1600.0066204234105, within(1e-8));
        assertThat(new BinomialTest(1000, 10_000, 0.5).pValue().log10()).isCloseTo(p.log10(), within(1e-9));
    }

    @Test
    void noTrialsSayNothing() {
        BinomialTest none = new BinomialTest(0, 0, 0.5);
        assertThat(none.pValue()).isEqualTo(new PValue(1, 0));
        assertThat(none.interval(0.95)).isEqualTo(new Interval(0, 1, 0.95, "clopper_pearson"));
    }

    @Test
    void refusesImpossibleCounts() {
        assertThatIllegalArgumentException().isThrownBy(() -> new BinomialTest(5, 4, 0.5));
        assertThatIllegalArgumentException().isThrownBy(() -> new BinomialTest(-1, 4, 0.5));
        assertThatIllegalArgumentException().isThrownBy(() -> new BinomialTest(1, 4, 1));
    }
}
