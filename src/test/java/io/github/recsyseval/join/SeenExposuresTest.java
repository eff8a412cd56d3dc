package io.github.recsyseval.join;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.recsyseval.spill.SpillBudget;
import io.github.recsyseval.spill.SpillSpace;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The set against a map from id to the fingerprint that came first. */
class SeenExposuresTest {
    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource({"1,0", "4000,0", "4000,20000", "100000,0", "100000,2000", "10000000,10"})
    void knowsEveryRequestWithWhatItSaidFirst(long bytes, long expected) {
        try (SpillSpace space = new SpillSpace(folder)) {
            SeenExposures seen = new SeenExposures(new SpillBudget(bytes, space), expected);
            Map<Long, Long> first = new HashMap<>();
            Random random = new Random(bytes + expected);
            for (int i = 0; i < 10_000; i++) {
                // 0 twice is the id that marks an empty slot.
                long id = random.nextInt(4_000);
                long hash = id * 0x9E3779B97F4A7C15L;
                long fingerprint = random.nextInt(3);
                Long before = first.putIfAbsent(id, fingerprint);
                ExposureSet.Seen is = before == null
                        ? ExposureSet.Seen.FIRST
                        : before == fingerprint ? ExposureSet.Seen.IDENTICAL : ExposureSet.Seen.CONFLICTING;

                assertThat(seen.add(hash, id, fingerprint)).as("exposure %d", i).isEqualTo(is);
            }
        }
    }
}
