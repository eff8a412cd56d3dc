package io.github.recsyseval.trace;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NeedlesTest {
    /** Against String.contains, on lines over an alphabet so small that near hits and overlaps abound. */
    @Test
    void findsEveryLineWithAnIdOrABackslashAndNoOther() {
        Random random = new Random(5);
        int met = 0;
        for (int round = 0; round < 2_000; round++) {
            List<String> ids =
                    List.of(word(random, "ab", 1 + random.nextInt(6)), word(random, "abé", 1 + random.nextInt(9)));
            StringBuilder chunk = new StringBuilder();
            for (int line = 0; line < 12; line++) {
                chunk.append(word(random, "abbaé" + (line % 4 == 0 ? "\\" : ""), random.nextInt(20)))
                        .append('\n');
            }
            byte[] bytes = chunk.toString().getBytes(StandardCharsets.UTF_8);
            Needles needles = Needles.of(ids);
            needles.begin();
            int from = 0;
            for (String line : chunk.toString().split("\n", -1)) {
                int to = from + line.getBytes(StandardCharsets.UTF_8).length;
                if (to < bytes.length) {
                    boolean holds = line.contains("\\") || ids.stream().anyMatch(line::contains);
                    assertThat(needles.mayBeIn(bytes, from, to, bytes.length))
                            .as("%s in %s", ids, line)
                            .isEqualTo(holds);
                    met += holds ? 1 : 0;
                }
                from = to + 1;
            }
        }
        assertThat(met).isBetween(1_000, 23_000);
    }

    @ParameterizedTest
    @CsvSource(quoteCharacter = '`', delimiter = '|', textBlock = """
            {"request_id":"100777","ts":"2026-11-02T0 | 100777 | true
            {"request_id" : "100777","ts":"2026-11-02T0 | 100777 | true
            {"item":"1007","request_id":"100777","ts": | 100777 | true
            {"request_id":"100777","ts":"2026-11-02T0 | 1007 | false
            {"request_id":"100777","ts":"2026-11-02T0 | 777 | false
            {"request_id":"100777","ts":"2026-11-02T0 | 7 | false
            {"x":"77","request_id":"7","ts":"2026-11-02T0 | 7 | true
            {"100777":1,"ts":"2026-11-02T0 | 100777 | false
            {"items":["100777" | 100777 | false
            {"request_id":"100777 | 100777 | false
            100777 | 100777 | false
            """)
    void anIdIsFoundInBrokenLinesAsAWholeValueOnly(String line, String id, boolean found) {
        byte[] bytes = line.getBytes(StandardCharsets.UTF_8);
        assertThat(Needles.of(List.of(id)).valueIn(bytes, 0, bytes.length))
                .isEqualTo(found ? Optional.of(id) : Optional.empty());
    }

    @Test
    void looksAtEveryLineWhereIdsAreMany() {
        Needles needles = Needles.of(List.of("a", "b", "c", "d", "e", "f", "g", "h", "i"));
        needles.begin();

        assertThat(needles.mayBeIn(new byte[] {'x'}, 0, 1, 1)).isTrue();
    }

    private static String word(Random random, String alphabet, int length) {
        StringBuilder word = new StringBuilder();
        for (int i = 0; i < length; i++) {
            word.append(alphabet.charAt(random.nextInt(alphabet.length())));
        }
        return word.toString();
    }
}
