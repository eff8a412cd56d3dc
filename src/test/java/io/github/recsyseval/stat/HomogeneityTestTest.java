package io.github.recsyseval.stat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/**
 * Expected values from SciPy: scipy.stats.chi2_contingency([x, n - x], correction=False) on counts divided by
 * d = max(1, K/(K-1) * sum((x_u - R n_u)^2) / n^2 / (R (1 - R) / n)), computed with NumPy.
 */
class HomogeneityTestTest {
    private static RatioMoments users(int... matchedAndAll) {
        RatioMoments moments = new RatioMoments();
        for (int i = 0; i < matchedAndAll.length; i += 2) {
            moments.add(matchedAndAll[i], matchedAndAll[i + 1]);
        }
        return moments;
    }

    private static RatioMoments singles(int matched, int all) {
        RatioMoments moments = new RatioMoments();
        moments.addAlike(1, 1, matched);
        moments.addAlike(0, 1, all - matched);
        return moments;
    }

    @Test
    void dividesCountsByTheirDesignEffects() {
        RatioMoments a = users(3, 4, 5, 5, 0, 6, 2, 3, 9, 10, 1, 8);
        RatioMoments b = users(1, 4, 2, 9, 0, 5, 3, 7, 2, 8, 6, 12);
        RatioMoments c = users(7, 8, 6, 6, 5, 9, 8, 8, 4, 4, 9, 12);

        // The first group's design effect is 5.47: it is worth 6.6 trials, too few to expect five failures of.
        HomogeneityTest test = HomogeneityTest.of(List.of(b, c)).orElseThrow();
        HomogeneityTest withSmall = HomogeneityTest.of(List.of(a, b, c)).orElseThrow();

        // x' = [12.26715, 20.54756], n' = [39.43012, 24.76244]
        assertThat(test.statistic()).isCloseTo(16.37596719763059, within(1e-10));
        assertThat(test.pValue().value()).isCloseTo(5.1939638632808934e-05, within(1e-12));
        assertThat(withSmall).isEqualTo(new HomogeneityTest(test.statistic(), 1, test.pValue(), 2, 1));
    }

    @Test
    void isPearsonsTestWhereEveryUserCountsOnce() {
        HomogeneityTest test = HomogeneityTest.of(
                        List.of(singles(30, 100), singles(45, 100), singles(20, 100), singles(1, 9)))
                .orElseThrow();

        assertThat(test.statistic()).isCloseTo(14.487804878048786, within(1e-10));
        assertThat(test.leftOut()).isEqualTo(1);
        assertThat(test.degreesOfFreedom()).isEqualTo(2);
    }

    /** Slices come in the order of the input. */
    @Test
    void orderOfGroupsChangesNoDigit() {
        List<RatioMoments> groups = new ArrayList<>();
        for (int i = 1; i <= 12; i++) {
            groups.add(singles(17 * i, 60 * i + i * i));
        }
        HomogeneityTest inOrder = HomogeneityTest.of(groups).orElseThrow();
        for (int seed = 0; seed < 20; seed++) {
            Collections.shuffle(groups, new Random(seed));
            assertThat(HomogeneityTest.of(groups)).contains(inOrder);
        }
    }

    @Test
    void saysNothingWhereNothingIsLostOrGroupsAreSmall() {
        assertThat(HomogeneityTest.of(List.of(singles(100, 100), singles(90, 90))))
                .isEmpty();
        assertThat(HomogeneityTest.of(List.of(singles(50, 100), singles(1, 3)))).isEmpty();
        assertThat(HomogeneityTest.of(List.of())).isEmpty();
    }

    /** Under the hypothesis a test at 5 % rejects in about 5 % of the cases, however much users vary. */
    @Test
    void keepsItsLevelWithClusters() {
        Random random = new Random(11);
        int rejected = 0;
        int rounds = 2_000;
        for (int round = 0; round < rounds; round++) {
            rejected += HomogeneityTest.of(List.of(random(random), random(random), random(random)))
                            .orElseThrow()
                            .pValue()
                            .isBelow(0.05)
                    ? 1
                    : 0;
        }
        // 2000 draws at 0.05: standard error 0.005; the t-like excess of 150 clusters is below 0.01
        assertThat((double) rejected / rounds).isBetween(0.03, 0.07);
    }

    private static RatioMoments random(Random random) {
        RatioMoments moments = new RatioMoments();
        for (int user = 0; user < 150; user++) {
            int n = 1 + random.nextInt(10);
            double own = random.nextBoolean() ? 0.9 : 0.4;
            int matched = 0;
            for (int i = 0; i < n; i++) {
                matched += random.nextDouble() < own ? 1 : 0;
            }
            moments.add(matched, n);
        }
        return moments;
    }
}
