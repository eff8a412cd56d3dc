package io.github.recsyseval.validation;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.recsyseval.spill.SpillSpace;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RepeatedRequestsTest {
    @TempDir
    private Path folder;

    @Test
    void tellsIdenticalFromConflictingRepeats() {
        try (SpillSpace space = new SpillSpace(folder)) {
            RepeatedRequests requests = new RepeatedRequests(space, 0, RepeatedRequests.LIMIT);

            assertThat(requests.add(1, 2, 7)).isEqualTo(Repeat.FIRST);
            assertThat(requests.add(1, 3, 7)).isEqualTo(Repeat.FIRST);
            assertThat(requests.add(1, 2, 7)).isEqualTo(Repeat.IDENTICAL);
            assertThat(requests.add(1, 2, 8)).isEqualTo(Repeat.CONFLICTING);
            assertThat(requests.add(0, 0, 0)).isEqualTo(Repeat.FIRST);
            assertThat(requests.add(0, 0, 0)).isEqualTo(Repeat.IDENTICAL);
        }
    }

    /** Against a plain map; with 7 ids in memory the parts of 30,000 ids are parted again and again. */
    @ParameterizedTest
    @ValueSource(ints = {1, 7, 1_000, 29_999, 1_000_000})
    void isExactHoweverFewIdsFitIntoMemory(int limit) {
        Random random = new Random(limit);
        Map<Long, Long> plain = new HashMap<>();
        Map<Long, Repeat> expected = new TreeMap<>();
        Map<Long, Repeat> found = new TreeMap<>();
        try (SpillSpace space = new SpillSpace(folder)) {
            RepeatedRequests requests = new RepeatedRequests(space, 0, limit);
            for (long position = 0; position < 50_000; position++) {
                long id = random.nextInt(30_000);
                long second = id * 0x9e3779b97f4a7c15L;
                long fingerprint = random.nextInt(2);
                Long first = plain.putIfAbsent(id, fingerprint);
                expected.put(
                        position,
                        first == null ? Repeat.FIRST : first == fingerprint ? Repeat.IDENTICAL : Repeat.CONFLICTING);
                Repeat repeat = requests.add(id, second, fingerprint);
                if (repeat == Repeat.OPEN) {
                    requests.defer(new ValidRecord(id, second, fingerprint, position, 0, 0, List.of()));
                } else {
                    found.put(position, repeat);
                }
            }
            requests.settle((repeat, record) -> found.put(record.position(), repeat));
        }

        assertThat(found).isEqualTo(expected);
    }
}
