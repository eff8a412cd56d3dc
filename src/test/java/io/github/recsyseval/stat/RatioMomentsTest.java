package io.github.recsyseval.stat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.github.recsyseval.testing.AccumulatorLaws;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

class RatioMomentsTest {

    /*
     * m = np.array([1,0,3,2,0,1,5]); d = np.array([4,2,9,5,1,3,20]); K = 7; R = m.sum()/d.sum()
     * V = K/(K-1) * ((m-R*d)**2).sum() / d.sum()**2; deff = V / (R*(1-R)/d.sum())
     */
    private static final RatioMoments CLICKS =
            moments(new double[] {1, 0, 3, 2, 0, 1, 5}, new double[] {4, 2, 9, 5, 1, 3, 20});

    @Test
    void ratioAndDeltaVarianceOfCounts() {
        assertThat(CLICKS.clusters()).isEqualTo(7);
        assertThat(CLICKS.numerator()).isEqualTo(12);
        assertThat(CLICKS.denominator()).isEqualTo(44);
        assertThat(CLICKS.ratio()).isEqualTo(0.2727272727272727);
        assertThat(CLICKS.variance()).isCloseTo(0.0007968490312592495, within(1e-18));
        assertThat(CLICKS.standardError()).isCloseTo(Math.sqrt(0.0007968490312592495), within(1e-16));
        assertThat(CLICKS.designEffect()).isCloseTo(0.17676767676767685, within(1e-15));
    }

    @Test
    void ratioAndDeltaVarianceOfRealNumbers() {
        // the same formula in fractions.Fraction, converted to float at the end
        RatioMoments moments = moments(new double[] {0.5, 0.25, 1.9, 0.1}, new double[] {1, 1, 2, 3});
        assertThat(moments.ratio()).isEqualTo(0.39285714285714285);
        assertThat(moments.variance()).isEqualTo(0.06630848257670414);
    }

    @Test
    void staysExactWhereTheRatioDwarfsTheVariation() {
        // fractions.Fraction: d = 1 + i % 3, m = 1e6 * d -+ 0.001, 3000 clusters
        RatioMoments moments = new RatioMoments();
        for (int i = 0; i < 3000; i++) {
            double d = 1 + i % 3;
            moments.add(1e6 * d + (i % 2 == 1 ? 0.001 : -0.001), d);
        }
        assertThat(moments.ratio()).isEqualTo(1e6);
        assertThat(moments.variance()).isEqualTo(8.336112829234027e-11);
    }

    @Test
    void aConstantRatioHasNoVariance() {
        RatioMoments moments = moments(new double[] {0.3, 0.6, 0.9}, new double[] {3, 6, 9});
        assertThat(moments.variance()).isBetween(0.0, 1e-34);
        assertThat(moments(new double[] {1, 2, 3}, new double[] {2, 4, 6}).variance())
                .isZero();
    }

    @ParameterizedTest
    @CsvSource({"nist_lottery, 1e-13", "nist_michelson, 1e-13", "nist_numacc4, 1e-7"})
    void meanAndVarianceCertifiedByNist(String name, double relativeError) {
        JsonNode vector = StatVectors.named(name);
        RatioMoments moments = new RatioMoments();
        nistValues(vector).forEach(x -> moments.add(x, 1));
        double sd = vector.at("/expected/sd").doubleValue();
        double mean = vector.at("/expected/mean").doubleValue();
        assertThat(moments.clusters()).isEqualTo(vector.at("/expected/n").longValue());
        assertThat(moments.ratio()).isCloseTo(mean, within(mean * 1e-13));
        assertThat(moments.standardError() * Math.sqrt(moments.clusters())).isCloseTo(sd, within(sd * relativeError));
    }

    @Test
    void nothingHasNoRatio() {
        RatioMoments none = new RatioMoments();
        assertThat(none.ratio()).isNaN();
        assertThat(none.variance()).isNaN();
        assertThat(none.designEffect()).isNaN();
        assertThat(none.effectiveSize()).isZero();
        assertThat(moments(new double[] {0, 0}, new double[] {0, 0}).ratio()).isNaN();
        assertThat(moments(new double[] {0, 0}, new double[] {0, 0}).variance()).isNaN();
    }

    @Test
    void oneClusterHasARatioButNoVariance() {
        RatioMoments one = moments(new double[] {1}, new double[] {4});
        assertThat(one.ratio()).isEqualTo(0.25);
        assertThat(one.variance()).isNaN();
        assertThat(one.effectiveSize()).isEqualTo(1);
    }

    @Test
    void effectiveSizeIsNeverMoreThanTheTrials() {
        assertThat(CLICKS.effectiveSize()).isEqualTo(44);
    }

    @Test
    void effectiveSizeOfUsersThatAlwaysDoTheSameIsTheirNumber() {
        // R = 1/2, e = -+5: Var = 4/3 * 4 * 25 / 40^2 = 1/12; independent: 1/4 / 40; design effect 40/3
        RatioMoments moments = moments(new double[] {10, 0, 10, 0}, new double[] {10, 10, 10, 10});
        assertThat(moments.designEffect()).isCloseTo(40.0 / 3, within(1e-13));
        assertThat(moments.effectiveSize()).isCloseTo(3, within(1e-14));
    }

    @Test
    void effectiveSizeWithoutEventsIsOneTrialPerUser() {
        assertThat(moments(new double[] {0, 0, 0}, new double[] {10, 20, 30}).effectiveSize())
                .isEqualTo(3);
    }

    @Test
    void refusesWhatCannotBeATotal() {
        RatioMoments moments = new RatioMoments();
        assertThatIllegalArgumentException().isThrownBy(() -> moments.add(Double.NaN, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> moments.add(1, Double.NaN));
        assertThatIllegalArgumentException().isThrownBy(() -> moments.add(1, -1));
        assertThatIllegalArgumentException().isThrownBy(() -> moments.add(1e200, 1));
        assertThat(moments.clusters()).isZero();
    }

    @Test
    void obeysTheLawsOfAccumulators() {
        AccumulatorLaws<RatioMoments, double[]> laws = AccumulatorLaws.of(
                RatioMoments::new,
                (moments, md) -> moments.add(md[0], md[1]),
                RatioMoments::add,
                RatioMomentsTest::figures);
        Random random = new Random(3);
        List<double[]> real = new ArrayList<>();
        List<double[]> counts = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            real.add(new double[] {random.nextGaussian() * 1e3, random.nextDouble()});
            counts.add(new double[] {random.nextInt(5), 1 + random.nextInt(9)});
        }
        laws.holdFor(real);
        laws.holdFor(counts);
    }

    private static RatioMoments moments(double[] m, double[] d) {
        RatioMoments moments = new RatioMoments();
        for (int i = 0; i < m.length; i++) {
            moments.add(m[i], d[i]);
        }
        return moments;
    }

    private static List<Double> nistValues(JsonNode vector) {
        JsonNode x = vector.at("/input/x");
        List<Double> values = new ArrayList<>();
        if (x.isArray()) {
            x.forEach(value -> values.add(value.doubleValue()));
            return values;
        }
        values.add(10000000.2);
        for (int i = 0; i < 500; i++) {
            values.add(10000000.1);
            values.add(10000000.3);
        }
        return values;
    }

    /** Whole numbers take a way of their own, up to its limits and beyond. */
    @Test
    void addingAlikeClustersIsAddingThemOneByOne() {
        double[] numerators = {0, 1, -3, (1 << 20) - 1, 1 << 20, -(1 << 20), 0.5, 1e100};
        double[] denominators = {0, 1, 7, (1 << 20) - 1, 1 << 20, 2.5};
        RatioMoments alike = new RatioMoments();
        RatioMoments oneByOne = new RatioMoments();
        RatioMoments split = new RatioMoments();
        for (double m : numerators) {
            for (double d : denominators) {
                alike.addAlike(m, d, 1000);
                RatioMoments part = new RatioMoments();
                for (int i = 0; i < 1000; i++) {
                    (i % 2 == 0 ? oneByOne : part).add(m, d);
                }
                oneByOne.add(part);
                // Fractions of the same value take the exact way only.
                split.addAlike(m, d, 1);
                split.addAlike(m, d, 999);
            }
        }
        assertThat(figures(alike)).isEqualTo(figures(oneByOne)).isEqualTo(figures(split));
        assertThat(alike.clusters()).isEqualTo(48_000);
    }

    /** Three clusters, one of them two users: 1/2, 0/3 and 4/5. */
    @Test
    void addingSumsIsAddingTheirClusters() {
        RatioMoments clusters = new RatioMoments();
        clusters.add(1, 2);
        clusters.addGroup(0, 3, 2);
        clusters.add(4, 5);
        RatioMoments sums = new RatioMoments();
        sums.addSums(3, 4, 1 + 4, 2 + 3 + 5, 1 + 16, 4 + 9 + 25, 2 + 20);
        assertThat(figures(sums)).isEqualTo(figures(clusters));
        assertThat(sums.users()).isEqualTo(4);
    }

    @Test
    void whatIsTakenOutLeavesNoTrace() {
        Random random = new Random(5);
        RatioMoments others = new RatioMoments();
        RatioMoments all = new RatioMoments();
        List<double[]> out = new ArrayList<>();
        for (int i = 0; i < 5000; i++) {
            double d = random.nextInt(30);
            double m = random.nextBoolean()
                    ? random.nextInt(5)
                    : random.nextGaussian() * Math.pow(10, random.nextInt(200) - 100);
            all.add(m, d);
            if (random.nextInt(10) == 0) {
                out.add(new double[] {m, d});
            } else {
                others.add(m, d);
            }
        }
        all.add(1e150, 1);
        all.markTooLarge();
        out.forEach(cluster -> all.remove(cluster[0], cluster[1]));
        all.remove(1e150, 1);
        assertThat(all.isTooLarge()).isTrue();
        all.unmarkTooLarge();
        assertThat(all.isTooLarge()).isFalse();
        assertThat(figures(all)).isEqualTo(figures(others));
    }

    @Test
    void largestSmallCountsDoNotOverflow() {
        RatioMoments moments = new RatioMoments();
        long many = 1L << 33;
        long largest = (1 << 20) - 1;
        moments.addAlike(largest, largest, many);
        assertThat(moments.numerator()).isEqualTo((double) largest * many);
        assertThat(moments.ratio()).isEqualTo(1);
        assertThat(moments.variance()).isEqualTo(0);
    }

    /** All that can be read; each of the five sums is in one of them. */
    private static List<Object> figures(RatioMoments moments) {
        return List.of(
                moments.clusters(),
                moments.users(),
                moments.numerator(),
                moments.denominator(),
                moments.ratio(),
                moments.variance());
    }
}
