package io.github.recsyseval.event;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RecordTimeTest {
    private static long of(String line) {
        byte[] bytes = ("xx" + line + "\"}").getBytes(StandardCharsets.UTF_8);
        return RecordTime.of(bytes, 2, bytes.length - 2);
    }

    /** All of them are 2026-11-20T07:12:03Z. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"ts\":\"2026-11-20T07:12:03Z\"}",
                "{ \"ts\" : \"2026-11-20T08:12:03+01:00\" }",
                "{\"ts\":\"2026-11-20T07:12:03\"}",
                "{\"ts\":\"2026-11-20 07:12:03\"}",
                "{\"ts\":\"2026-11-20 07:12:03 UTC\"}",
                "{\"ts\":\"2026-11-20 08:12:03 +0100\"}",
                "{\"ts\":\"2026-11-20T08:12:03+01\"}",
                "{\"ts\":\"2026-11-20 07:12:03,000\"}",
                "{\"ts\":1795158723}",
                "{\"ts\":1795158723.0,\"a\":1}",
                "{\"ts\":1795158723000}",
                "{\"ts\":\"1795158723000\"}",
                "{\"ts\":1795158723000000}",
                "{\"ts\":1795158723000000000}",
                "{\"timestamp\":\"2026-11-20T07:12:03Z\"}",
                "{\"Timestamp\":1795158723}",
                "{\"time\":1,\"ts\":\"2026-11-20T07:12:03Z\"}",
                "{\"time\":\"2020-01-01T00:00:00Z\",\"ts\":\"2026-11-20T07:12:03Z\"}",
                "{\"time\":\"2026-11-20T07:12:03Z\",\"ts\":\"yesterday\"}",
                "{\"a\":{\"ts\":\"2020-01-01T00:00:00Z\"},\"ts\":\"2026-11-20T07:12:03Z\"}",
                "{\"a\":[\"ts\",\"\\\"\",{}],\"ts\":\"2026-11-20T07:12:03Z\"}",
                "{\"ts\":\"2026-11-20T07:12:03Z\",\"items\":[{\"item_",
                "{\"ts\":\"2026-11-20T07:12:03Z\"} trailing"
            })
    void readsWhateverStandsForATime(String line) {
        assertThat(Instant.ofEpochSecond(0, 1000 * of(line))).isEqualTo("2026-11-20T07:12:03Z");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{",
                "\"",
                "\"ts",
                "{}",
                "7",
                "{\"ts\"",
                "{\"ts\":",
                "{\"ts\":\"2026-11-20T07:1",
                "{\"ts\":17951587",
                "{\"ts\":true}",
                "{\"ts\":null}",
                "{\"ts\":12}",
                "{\"ts\":\"20 November 2026, at noon\"}",
                "{\"ts\":\"2026-13-20T07:12:03Z\"}",
                "{\"a\":{\"ts\":\"2026-11-20T07:12:03Z\"}}",
                "{\"a\":\"ts\",\"b\":\"2026-11-20T07:12:03Z\"}",
                "\"ts\":\"2026-11-20T07:12:03Z\"",
                "{\"\\"
            })
    void readsNothingElse(String line) {
        assertThat(of(line)).isEqualTo(Timestamps.UNREADABLE);
    }

    @Test
    void neverFailsOnBytesOfAnyKind() {
        byte[] bytes =
                "{\"ts\":\"2026-11-20 07:12:03,5 +0100\",\"time\":[1795158723]}".getBytes(StandardCharsets.UTF_8);
        java.util.Random random = new java.util.Random(5);
        for (int round = 0; round < 100_000; round++) {
            byte[] changed = bytes.clone();
            for (int i = random.nextInt(5); i >= 0; i--) {
                changed[random.nextInt(changed.length)] =
                        (byte) "{}[]\":,\\0123456789.-+ TZ\u00e4".charAt(random.nextInt(25));
            }
            int from = random.nextInt(bytes.length);
            long time = RecordTime.of(changed, from, from + random.nextInt(bytes.length - from + 1));
            // Within the years -6080 to 10019; date-times have four digits for the year.
            assertThat(time == Timestamps.UNREADABLE || Math.abs(time) < 254_000_000_000_000_000L)
                    .isTrue();
        }
    }
}
