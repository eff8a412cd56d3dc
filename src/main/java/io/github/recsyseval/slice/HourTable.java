package io.github.recsyseval.slice;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;

/**
 * Numbers the hours that records fall into, in one time zone. Shared by all threads; each looks hours up through its own {@link Lookup}.
 */
public final class HourTable {
    /** Eleven years of hours. Records that are read but not evaluated take numbers too. */
    private static final int MOST = 100_000;

    private static final long MICROS = 1_000_000;
    private static final long HOUR = 3_600;

    private final ZoneId zone;
    private final Numbering<OffsetDateTime> numbers;

    public HourTable(ZoneId zone) {
        this(zone, MOST);
    }

    /** @param most how many hours get numbers */
    public HourTable(ZoneId zone, int most) {
        this.zone = zone;
        numbers = new Numbering<>(most);
    }

    public ZoneId zone() {
        return zone;
    }

    /** Whether there were too many hours to number: what has the number 0 may belong to any of them. */
    public boolean isFull() {
        return numbers.isFull();
    }

    /** The beginnings of the hours, by number. */
    public List<OffsetDateTime> hours() {
        return numbers.keys();
    }

    public Lookup lookup() {
        return new Lookup();
    }

    /** One thread's way to hour numbers: it remembers those of the last quarters of hours, forty days of them where logs are dense. */
    public final class Lookup {
        /** Clocks are changed at quarters of an hour. What is remembered says itself how far it holds, should one not be. */
        private static final long QUARTER = 900 * MICROS;

        private static final int REMEMBERED = 1 << 12;

        private final long[] from = new long[REMEMBERED];
        private final long[] to = new long[REMEMBERED];
        private final int[] number = new int[REMEMBERED];

        private Lookup() {}

        /** The number of the hour of a moment in microseconds since 1970. */
        public int number(long micros) {
            int at = (int) Math.floorDiv(micros, QUARTER) & REMEMBERED - 1;
            if (micros < from[at] || micros >= to[at]) {
                remember(at, micros);
            }
            return number[at];
        }

        private void remember(int at, long micros) {
            Instant second = Instant.ofEpochSecond(Math.floorDiv(micros, MICROS));
            ZoneOffset offset = offset(second);
            OffsetDateTime hour = second.atOffset(offset).truncatedTo(ChronoUnit.HOURS);
            long start = hour.toEpochSecond();
            boolean whole = hasOneOffset(start, offset);
            from[at] = whole ? start * MICROS : micros;
            to[at] = whole ? (start + HOUR) * MICROS : micros + 1;
            number[at] = numbers.of(hour);
        }

        /** The offset of the zone, or UTC where that would have the hour in a year of other than four digits. */
        private ZoneOffset offset(Instant second) {
            ZoneOffset offset = zone.getRules().getOffset(second);
            int year = second.atOffset(offset).getYear();
            return year >= 0 && year <= 9999 ? offset : ZoneOffset.UTC;
        }

        /** Whether clocks are changed neither at nor within the hour. */
        private boolean hasOneOffset(long start, ZoneOffset offset) {
            return zone.getRules().getOffset(Instant.ofEpochSecond(start)).equals(offset)
                    && zone.getRules()
                            .getOffset(Instant.ofEpochSecond(start + HOUR - 1))
                            .equals(offset);
        }
    }
}
