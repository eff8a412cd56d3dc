package io.github.recsyseval.stat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class Mix64Test {

    @Test
    void streamOfSeedZeroIsThatOfSplitMix64() {
        // https://prng.di.unimi.it/splitmix64.c with x = 0; java.util.SplittableRandom(0) gives the same
        assertThat(Mix64.at(0, 0)).isEqualTo(0xe220a8397b1dcdafL);
        assertThat(Mix64.at(0, 1)).isEqualTo(0x6e789e6aa1b965f4L);
        assertThat(Mix64.at(0, 2)).isEqualTo(0x06c45d188009454fL);
        SplittableRandom random = new SplittableRandom(42);
        for (int i = 0; i < 100; i++) {
            assertThat(Mix64.at(42, i)).isEqualTo(random.nextLong());
        }
    }

    @Test
    void everyInputBitFlipsHalfOfTheOutputBits() {
        for (int bit = 0; bit < 64; bit++) {
            int flipped = 0;
            for (int i = 0; i < 1000; i++) {
                long x = Mix64.at(9, i);
                flipped += Long.bitCount(Mix64.mix(x) ^ Mix64.mix(x ^ 1L << bit));
            }
            // 64,000 fair coins: standard deviation 0.002
            assertThat(flipped / 64_000.0).isCloseTo(0.5, within(0.012));
        }
    }
}
