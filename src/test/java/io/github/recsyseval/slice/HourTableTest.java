package io.github.recsyseval.slice;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HourTableTest {
    private static String hour(String zone, String moment) {
        HourTable table = new HourTable(ZoneId.of(zone));
        int number = table.lookup().number(Instant.parse(moment).toEpochMilli() * 1000);
        return table.hours().get(number).toString();
    }

    /** Berlin puts clocks back at 01:00 UTC on 25 October 2026: two hours are called 02:00. */
    @Test
    void hoursThatOccurTwiceAreTwo() {
        assertThat(hour("Europe/Berlin", "2026-10-25T00:59:59.999Z")).isEqualTo("2026-10-25T02:00+02:00");
        assertThat(hour("Europe/Berlin", "2026-10-25T01:00:00Z")).isEqualTo("2026-10-25T02:00+01:00");
        assertThat(hour("UTC", "1969-12-31T23:59:59Z")).isEqualTo("1969-12-31T23:00Z");
        assertThat(hour("Asia/Kolkata", "2026-11-02T00:15:00Z")).isEqualTo("2026-11-02T05:00+05:30");
    }

    /** The remembered hour never answers for another one. Lord Howe shifts clocks by half an hour. */
    @ParameterizedTest
    @ValueSource(strings = {"UTC", "Europe/Berlin", "Australia/Lord_Howe", "Asia/Kathmandu", "America/St_Johns"})
    void isTheHourOfTheClock(String name) {
        ZoneId zone = ZoneId.of(name);
        HourTable table = new HourTable(zone);
        HourTable.Lookup lookup = table.lookup();
        Random random = new Random(3);
        long start = Instant.parse("2026-01-01T00:00:00Z").getEpochSecond();
        for (int i = 0; i < 20_000; i++) {
            long second = start + i * 1_577L + random.nextInt(600);
            OffsetDateTime clock = Instant.ofEpochSecond(second).atZone(zone).toOffsetDateTime();
            int number = lookup.number(second * 1_000_000 + 999_999);
            if (i % 500 == 0 || !clock.getOffset().equals(zone.getRules().getStandardOffset(clock.toInstant()))) {
                assertThat(table.hours().get(number)).isEqualTo(clock.truncatedTo(ChronoUnit.HOURS));
            }
        }
    }

    @Test
    void saysWhenThereAreMoreHoursThanNumbers() {
        HourTable table = new HourTable(ZoneId.of("UTC"), 2);
        HourTable.Lookup lookup = table.lookup();

        assertThat(lookup.number(0)).isEqualTo(lookup.number(3_599_999_999L));
        assertThat(lookup.number(3_600_000_000L)).isNotEqualTo(lookup.number(0));
        assertThat(table.isFull()).isFalse();

        lookup.number(7_200_000_000L);

        assertThat(table.isFull()).isTrue();
        assertThat(table.hours()).hasSize(2);
    }
}
