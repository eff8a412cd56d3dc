package io.github.recsyseval.event;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TimestampsTest {
    // Expected seconds: GNU date, for example `date -u -d 2026-11-20T10:00:00+02:00 +%s`.
    @ParameterizedTest
    @CsvSource({
        "1970-01-01T00:00:00Z, 0",
        "2026-11-20T10:00:00Z, 1795168800000000",
        "2026-11-20T10:00:00+02:00, 1795161600000000",
        "2026-11-20T10:00:00-23:59, 1795255140000000",
        "2026-11-20T10:00:00-00:00, 1795168800000000",
        "2026-11-20t10:00:00.5z, 1795168800500000",
        "2024-02-29T23:59:59.999999Z, 1709251199999999",
        "1969-12-31T23:59:59.25Z, -750000",
        "0000-01-01T00:00:00Z, -62167219200000000",
        "9999-12-31T23:59:59Z, 253402300799000000",
    })
    void readsTheInstant(String text, long micros) {
        assertThat(parse(text)).isEqualTo(micros);
    }

    @ParameterizedTest
    @CsvSource({
        "1970-01-01T00:00:00.1234567Z, 123456",
        "1970-01-01T00:00:00.1234569999999Z, 123456",
        "1969-12-31T23:59:59.0000009Z, -1000000",
        "1970-01-01T00:00:00.00000000000000000000000001+00:00, 0",
    })
    void cutsTheFractionAfterMicroseconds(String text, long micros) {
        assertThat(parse(text)).isEqualTo(micros);
    }

    /** UTC has no year of four digits for them. */
    @ParameterizedTest
    @CsvSource({
        "9999-12-31T23:59:59-23:59, 9999-12-31T23:59:59.999999Z",
        "9999-12-31T23:59:59.999999-00:01, 9999-12-31T23:59:59.999999Z",
        "9999-12-31T23:59:60Z, 9999-12-31T23:59:59.999999Z",
        "9999-12-31T23:59:59+00:01, 9999-12-31T23:58:59Z",
        "0000-01-01T00:00:00+23:59, 0000-01-01T00:00:00Z",
        "0000-01-01T00:00:00+00:01, 0000-01-01T00:00:00Z",
        "0000-01-01T00:00:00-00:01, 0000-01-01T00:01:00Z",
    })
    void whatHasNoNameInUtcIsTheNearestMomentThatHasOne(String text, String utc) {
        assertThat(parse(text)).isNotEqualTo(Timestamps.UNREADABLE);
        assertThat(Timestamps.format(parse(text))).isEqualTo(utc);
    }

    // POSIX time: the leap second has the number of the second after it.
    // `date -u -d 2017-01-01T00:00:00Z +%s` = 1483228800
    @ParameterizedTest
    @CsvSource({
        "2016-12-31T23:59:60Z, 1483228800000000",
        "2016-12-31T23:59:60.5Z, 1483228800500000",
        "2017-01-01T00:59:60+01:00, 1483228800000000",
        "2016-12-31T15:59:60-08:00, 1483228800000000",
        "2015-06-30t23:59:60.1234567891z, 1435708800123456",
    })
    void readsLeapSeconds(String text, long micros) {
        assertThat(parse(text)).isEqualTo(micros);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "2026-11-20",
                "2026-11-20T10:00:00",
                "2026-11-20 10:00:00Z",
                "2026-11-20T10:00Z",
                "2026-11-20T10:00:00.Z",
                "2026-11-20T10:00:00,5Z",
                "2026-11-20T24:00:00Z",
                "2026-11-20T10:60:00Z",
                "2026-11-20T10:00:60Z",
                "2026-11-20T10:00:61Z",
                "2026-12-30T23:59:60Z",
                "2026-12-31T23:59:60+01:00",
                "2026-11-20T10:00:00+24:00",
                "2026-11-20T10:00:00+00:60",
                "2026-11-20T10:00:00+0100",
                "2026-11-20T10:00:00+01",
                "2026-11-20T10:00:00Z ",
                "2026-11-20T10:00:00zZ",
                "2026-11-20T10:00:00+01:00Z",
                "2026-02-29T10:00:00Z",
                "1900-02-29T10:00:00Z",
                "2026-13-01T10:00:00Z",
                "2026-00-01T10:00:00Z",
                "2026-11-00T10:00:00Z",
                "2026-11-31T10:00:00Z",
                "+2026-11-20T10:00:00Z",
                "-026-11-20T10:00:00Z",
                "2026-1\u09ea-20T10:00:00Z",
                "2026-11-20T10:00:00\u2212" + "01:00",
                "20\u00b26-11-20T10:00:00Z"
            })
    void refusesWhatIsNoDateTime(String text) {
        assertThat(parse(text)).isEqualTo(Timestamps.UNREADABLE);
        assertThat(Timestamps.parseMicros(text)).isEqualTo(Timestamps.UNREADABLE);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-20T10:00:00Z, true",
        "2026-11-20T10:00:00.123456789+05:30, true",
        "2026-11-20T10:00:00.1234567890Z, false",
        "2026-11-20t10:00:00Z, false",
        "2026-11-20T10:00:00z, false",
        "2016-12-31T23:59:60Z, false",
        "2026-11-20T10:00:00, false",
    })
    void tellsThePlainFormFromOthers(String text, boolean plain) {
        byte[] bytes = ("<" + text + ">").getBytes(UTF_8);
        assertThat(Timestamps.isPlain(bytes, 1, bytes.length - 1)).isEqualTo(plain);
    }

    @Test
    void agreesWithJavaTimeOnRandomDateTimes() {
        Random random = new Random(20261120);
        long first = Instant.parse("0000-01-02T00:00:00Z").getEpochSecond();
        long last = Instant.parse("9999-12-30T00:00:00Z").getEpochSecond();
        for (int i = 0; i < 100_000; i++) {
            Instant instant = Instant.ofEpochSecond(first + (long) (random.nextDouble() * (last - first)))
                    .plusNanos(random.nextInt(4) == 0 ? 0 : random.nextInt(1_000_000_000));
            ZoneOffset offset = ZoneOffset.ofTotalSeconds((random.nextInt(36 * 60 + 1) - 18 * 60) * 60);
            String text = withSeconds(OffsetDateTime.ofInstant(instant, offset));
            long expected = instant.getEpochSecond() * 1_000_000 + instant.getNano() / 1000;

            assertThat(parse(text)).as(text).isEqualTo(expected);
            assertThat(Timestamps.parseMicros(text)).as(text).isEqualTo(expected);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "0, 1970-01-01T00:00:00Z",
        "1795168800123000, 2026-11-20T10:00:00.123Z",
        "1795168800000001, 2026-11-20T10:00:00.000001Z",
        "-750000, 1969-12-31T23:59:59.250Z",
    })
    void writesTheShortestExactForm(long micros, String text) {
        assertThat(Timestamps.format(micros)).isEqualTo(text);
        assertThat(parse(text)).isEqualTo(micros);
    }

    /** OffsetDateTime leaves out seconds that are zero, which RFC 3339 does not allow. */
    private static String withSeconds(OffsetDateTime time) {
        String text = time.toString();
        return text.charAt(16) == ':' ? text : text.substring(0, 16) + ":00" + text.substring(16);
    }

    /** Parses the text out of the middle of a longer array. */
    private static long parse(String text) {
        byte[] bytes = ("9" + text + "9").getBytes(UTF_8);
        return Timestamps.parseMicros(bytes, 1, bytes.length - 1);
    }
}
