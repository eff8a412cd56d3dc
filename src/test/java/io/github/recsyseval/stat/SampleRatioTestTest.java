package io.github.recsyseval.stat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class SampleRatioTestTest {

    @Test
    void publishedSplits() {
        List<JsonNode> splits = StatVectors.all().stream()
                .filter(vector -> vector.get("name").stringValue().startsWith("srm_"))
                .toList();
        assertThat(splits).hasSize(6);
        for (JsonNode split : splits) {
            SampleRatioTest test = SampleRatioTest.of(
                    DoubleStream.of(StatVectors.numbers(split.at("/input/observed")))
                            .mapToLong(x -> (long) x)
                            .toArray(),
                    StatVectors.numbers(split.at("/input/weights")));
            JsonNode expected = split.get("expected");
            double tolerance = split.get("tolerance").doubleValue();
            String name = split.get("name").stringValue();
            assertThat(test.statistic()).as(name).isCloseTo(expected.get("chi2").doubleValue(), within(1e-12));
            assertThat(test.degreesOfFreedom())
                    .as(name)
                    .isEqualTo(expected.get("df").intValue());
            assertThat(test.pValue().value())
                    .as(name)
                    .isCloseTo(expected.get("p_value").doubleValue(), within(tolerance));
        }
    }

    @Test
    void anArmThatNeverAppearsIsTheStrongestMismatch() {
        // scipy.stats.chisquare([1000, 0], [500, 500])
        SampleRatioTest test = SampleRatioTest.of(new long[] {1000, 0}, new double[] {1, 1});
        assertThat(test.statistic()).isEqualTo(1000);
        assertThat(test.pValue().value()).isCloseTo(1.7958327848007363e-219, within(1e-231));
        assertThat(test.method()).isEqualTo("chi_square");
    }

    @Test
    void fewUnitsInTwoArmsAreTestedExactly() {
        // stats.binomtest(1, 8, .5).pvalue; stats.binomtest(995, 1000, .999).pvalue
        SampleRatioTest few = SampleRatioTest.of(new long[] {1, 7}, new double[] {50, 50});
        assertThat(few.pValue().value()).isCloseTo(0.0703125, within(1e-15));
        assertThat(few.method()).isEqualTo("exact_binomial");
        SampleRatioTest rare = SampleRatioTest.of(new long[] {995, 5}, new double[] {0.999, 0.001});
        assertThat(rare.pValue().value()).isCloseTo(0.0036368780295218126, within(1e-14));
    }

    @Test
    void fewUnitsInSeveralArmsAreTestedExactly() {
        /* sum of scipy.stats.multinomial.pmf(c, n, p) over all splits c (itertools.product) with
         * pmf(c) <= pmf(observed) * (1 + 1e-7) */
        SampleRatioTest three = SampleRatioTest.of(new long[] {4, 1, 7}, new double[] {0.25, 0.5, 0.25});
        assertThat(three.pValue().value()).isCloseTo(0.0035963058471679696, within(1e-14));
        assertThat(three.method()).isEqualTo("exact_multinomial");
        SampleRatioTest four = SampleRatioTest.of(new long[] {0, 3, 2, 1}, new double[] {4, 3, 2, 1});
        assertThat(four.pValue().value()).isCloseTo(0.10596, within(1e-13));
    }

    @Test
    void tooManySplitsToListFallBackToChiSquare() {
        SampleRatioTest test = SampleRatioTest.of(new long[] {50_000, 50_000, 1}, new double[] {1, 1, 0.00001});
        assertThat(test.method()).isEqualTo("chi_square");
    }

    @Test
    void anArmOfWeightZeroIsNoArm() {
        SampleRatioTest test = SampleRatioTest.of(new long[] {600, 0, 400}, new double[] {1, 0, 1});
        assertThat(test.degreesOfFreedom()).isEqualTo(1);
        assertThat(test.statistic()).isEqualTo(40);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SampleRatioTest.of(new long[] {600, 1, 400}, new double[] {1, 0, 1}))
                .withMessage("1 units in an arm of weight 0");
    }

    @Test
    void noUnitsContradictNothing() {
        SampleRatioTest test = SampleRatioTest.of(new long[] {0, 0}, new double[] {1, 1});
        assertThat(test.pValue()).isEqualTo(new PValue(1, 0));
        assertThat(test.statistic()).isZero();
    }

    @Test
    void refusesWhatIsNoSplit() {
        assertThatIllegalArgumentException().isThrownBy(() -> SampleRatioTest.of(new long[] {5}, new double[] {1}));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SampleRatioTest.of(new long[] {5, 5}, new double[] {1, 0, 2}));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SampleRatioTest.of(new long[] {5, 5}, new double[] {1, Double.NaN}));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SampleRatioTest.of(new long[] {5, -5}, new double[] {1, 1}));
    }
}
