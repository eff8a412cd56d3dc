package io.github.recsyseval.stat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.github.recsyseval.stat.MixAndRate.Part;
import io.github.recsyseval.stat.MixAndRate.Side;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class MixAndRateTest {

    /**
     * Both slices improve (0.5 to 0.6 and 0.25 to 0.3) while the whole stays at 0.375, because traffic moves to the lower one. By
     * hand: rate (0.5 + 0.25) / 2 * 0.1 and (0.5 + 0.75) / 2 * 0.05, mix -0.25 * (0.55 - 0.375) and 0.25 * (0.275 - 0.375).
     */
    @Test
    void improvementEverywhereCanBeHiddenByMix() {
        List<Part> parts = MixAndRate.of(
                List.of(new Side(50, 100), new Side(25, 100)), List.of(new Side(30, 50), new Side(45, 150)));

        assertThat(parts.get(0).rate()).isCloseTo(0.0375, within(1e-15));
        assertThat(parts.get(1).rate()).isCloseTo(0.03125, within(1e-15));
        assertThat(parts.get(0).mix()).isCloseTo(-0.04375, within(1e-15));
        assertThat(parts.get(1).mix()).isCloseTo(-0.025, within(1e-15));
    }

    /** R goes from 1/2 to 3/8: half of the traffic goes to a slice at 1/4. Mix 1/2 * (1/4 - 7/16) and -1/2 * (1/2 - 7/16). */
    @Test
    void aNewSliceIsAllMix() {
        List<Part> parts =
                MixAndRate.of(List.of(new Side(32, 64), new Side(0, 0)), List.of(new Side(16, 32), new Side(8, 32)));

        assertThat(parts).containsExactly(new Part(-0.03125, 0), new Part(-0.09375, 0));
    }

    /** The same seen from the other end has the opposite signs. */
    @Test
    void aSliceThatIsGoneIsAllMix() {
        List<Part> parts =
                MixAndRate.of(List.of(new Side(16, 32), new Side(8, 32)), List.of(new Side(32, 64), new Side(0, 0)));

        assertThat(parts).containsExactly(new Part(0.03125, 0), new Part(0.09375, 0));
    }

    @Test
    void partsSumToTheChangeOfTheWhole() {
        SplittableRandom random = new SplittableRandom(7);
        for (int run = 0; run < 200; run++) {
            List<Side> before = sides(random);
            List<Side> after = sides(random);
            double sum = MixAndRate.of(before, after).stream()
                    .mapToDouble(part -> part.mix() + part.rate())
                    .sum();
            assertThat(sum).isCloseTo(ratio(after) - ratio(before), within(1e-12));
        }
    }

    @Test
    void withoutObservationsThereIsNothingToSplit() {
        List<Side> none = List.of(new Side(0, 0));
        assertThatIllegalArgumentException().isThrownBy(() -> MixAndRate.of(none, List.of(new Side(1, 2))));
    }

    private static List<Side> sides(SplittableRandom random) {
        List<Side> sides = new ArrayList<>(List.of(new Side(1, 10)));
        for (int slice = 1; slice < 12; slice++) {
            int n = random.nextInt(4) == 0 ? 0 : random.nextInt(1, 1000);
            sides.add(new Side(n == 0 ? 0 : random.nextDouble(2) * n, n));
        }
        return sides;
    }

    private static double ratio(List<Side> sides) {
        return sides.stream().mapToDouble(Side::sum).sum()
                / sides.stream().mapToDouble(Side::n).sum();
    }
}
