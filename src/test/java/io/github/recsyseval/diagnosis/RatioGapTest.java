package io.github.recsyseval.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.Random;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Values in one unit are left in peace however many they are and however far they spread; two units are found. */
class RatioGapTest {
    private static RatioGap pairs(int n, long seed, ToDoubleFunction<Random> value) {
        Random random = new Random(seed);
        RatioGap ratios = new RatioGap();
        for (int i = 0; i < n; i++) {
            ratios.add(value.applyAsDouble(random), value.applyAsDouble(random));
        }
        return ratios;
    }

    /** Baskets with this spread, of which a share is in another unit. */
    private static ToDoubleFunction<Random> baskets(double sigma, double share, double factor) {
        return random -> 20 * Math.exp(sigma * random.nextGaussian()) * (random.nextDouble() < share ? factor : 1);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 0.1, 0.55, 0.7, 1, 1.5, 2.5})
    void logNormalBasketsOfAHundredThousandUsersAreOneUnit(double sigma) {
        for (int n : new int[] {20, 300, 5_000, 200_000}) {
            for (int seed = 0; seed < 5; seed++) {
                assertThat(pairs(n, seed, baskets(sigma, 0, 1)).find())
                        .as("%d pairs", n)
                        .isEmpty();
            }
        }
    }

    /** Some values are a thousand times the smallest, and any number of larger ones comes with more data. */
    @Test
    void heavyTailsAreOneUnit() {
        for (int seed = 0; seed < 5; seed++) {
            assertThat(pairs(200_000, seed, random -> Math.pow(1 - random.nextDouble(), -1 / 0.8))
                            .find())
                    .as("Pareto")
                    .isEmpty();
            assertThat(pairs(200_000, seed, random -> 1 - random.nextDouble()).find())
                    .as("uniform")
                    .isEmpty();
        }
    }

    /** One to eleven of a thing at 9.99, a third of them at half price. */
    @Test
    void quantitiesAndDiscountsAreOneUnit() {
        ToDoubleFunction<Random> price = random -> {
            int quantity = 1;
            while (quantity < 11 && random.nextDouble() < 0.4) {
                quantity++;
            }
            return 9.99 * quantity * (random.nextInt(3) == 0 ? 0.5 : 1);
        };
        assertThat(pairs(200_000, 1, price).find()).isEmpty();
    }

    /** Hundredths, thousandths, crowns for euros, yen for dollars: the share of pairs of different units is 2 s (1 - s). */
    @ParameterizedTest
    @CsvSource({
        "0, 0.5, 100, 500",
        "0.5, 0.5, 100, 500",
        "0.5, 0.2, 0.01, 1000",
        "0.5, 0.05, 100, 5000",
        "0.3, 0.3, 11, 1000",
        "0.5, 0.3, 150, 1000",
        "0.5, 0.1, 1000, 1000",
        "0.8, 0.3, 1000, 5000"
    })
    void twoUnitsAreFoundWithTheirFactor(double sigma, double share, double factor, int n) {
        RatioGap ratios = pairs(n, 7, baskets(sigma, share, factor));
        RatioGap.Gap gap = ratios.find().orElseThrow();
        double ratio = Math.max(factor, 1 / factor);
        assertThat(gap.factor()).isBetween(ratio / 1.5, ratio * 1.5);
        double expected = 2 * share * (1 - share) * n;
        assertThat((double) gap.beyond()).isBetween(0.75 * expected, 1.25 * expected);
    }

    @Test
    void aFewPairsProveNothing() {
        RatioGap ratios = new RatioGap();
        for (int i = 0; i < 15; i++) {
            ratios.add(1, 100);
            ratios.add(1, 1);
        }
        assertThat(ratios.find()).isEmpty();
    }

    /** The figures of docs/statistics.md. */
    @Tag("slow")
    @Test
    void falseAlarmsAndPower() {
        StringBuilder table = new StringBuilder();
        int alarms = 0;
        int logs = 0;
        for (double sigma : new double[] {0.25, 0.5, 0.75, 1, 1.5}) {
            for (int n : new int[] {100, 1_000, 10_000}) {
                int found = 0;
                for (int seed = 0; seed < 1_000; seed++) {
                    found += pairs(n, seed, baskets(sigma, 0, 1)).find().isPresent() ? 1 : 0;
                }
                alarms += found;
                logs += 1_000;
                table.append(String.format(Locale.ROOT, "sigma %.2f, %d pairs: %d of 1000%n", sigma, n, found));
            }
        }
        for (double sigma : new double[] {0, 0.25, 0.5, 0.75, 1}) {
            for (double factor : new double[] {10, 100, 1_000}) {
                for (double share : new double[] {0.05, 0.2, 0.5}) {
                    for (int n : new int[] {100, 1_000, 10_000}) {
                        int found = 0;
                        for (int seed = 0; seed < 200; seed++) {
                            found += pairs(n, seed, baskets(sigma, share, factor))
                                            .find()
                                            .isPresent()
                                    ? 1
                                    : 0;
                        }
                        table.append(String.format(
                                Locale.ROOT,
                                "sigma %.2f, factor %.0f, share %.2f, %d pairs: %.1f %%%n",
                                sigma,
                                factor,
                                share,
                                n,
                                found / 2.0));
                    }
                }
            }
        }
        System.out.println(table);
        assertThat(alarms).as("of %d logs", logs).isLessThanOrEqualTo(logs / 1_000);
    }
}
