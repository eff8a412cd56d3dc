package io.github.recsyseval.slice;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;

/**
 * Numbers the days that exposures fall on, in one time zone. Shared by all threads; each looks days up through its own {@link Lookup}.
 */
public final class DayTable {
    /** With more days than this none is shown: time stamps are wrong then, and ten years of days no table. */
    public static final int MAX_DAYS = 3_660;

    private static final long MICROS = 1_000_000;

    /** Days have names of ten characters, which sort as days do: what a time zone moves beyond them belongs to the last of them. */
    private static final LocalDate FIRST = LocalDate.of(0, 1, 1);

    private static final LocalDate LAST = LocalDate.of(9999, 12, 31);

    private final ZoneId zone;
    private final Numbering<LocalDate> numbers = new Numbering<>(MAX_DAYS);

    public DayTable(ZoneId zone) {
        this.zone = zone;
    }

    /** Whether the exposures fell on more than {@link #MAX_DAYS} days. */
    public boolean tooMany() {
        return numbers.isFull();
    }

    /** Dates such as {@code 2026-11-02}, by number. */
    public List<String> names() {
        return numbers.keys().stream().map(LocalDate::toString).toList();
    }

    public Lookup lookup() {
        return new Lookup();
    }

    /** One thread's way to day numbers: it remembers the day of the last time stamp, and logs are mostly in order. */
    public final class Lookup {
        private long from = 1;
        private long to;
        private int number;

        private Lookup() {}

        /** The number of the day of a moment in microseconds since 1970. */
        public int number(long micros) {
            if (micros < from || micros >= to) {
                LocalDate day = Instant.ofEpochSecond(Math.floorDiv(micros, MICROS))
                        .atZone(zone)
                        .toLocalDate();
                from = start(day);
                to = start(day.plusDays(1));
                number = numbers.of(day.isBefore(FIRST) ? FIRST : day.isAfter(LAST) ? LAST : day);
            }
            return number;
        }

        private long start(LocalDate day) {
            return day.atStartOfDay(zone).toEpochSecond() * MICROS;
        }
    }
}
