package io.github.recsyseval.slice;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Numbers the days that exposures fall on, in one time zone. As in {@link SliceTable} the numbers depend on who comes first and
 * never leave the process; dates do. Shared by all threads; each looks days up through its own {@link Lookup}.
 */
public final class DayTable {
    /** With more days than this none is shown: time stamps are wrong then, and ten years of days no table. */
    public static final int MAX_DAYS = 3_660;

    private static final long MICROS = 1_000_000;

    private final ZoneId zone;
    private final ConcurrentHashMap<LocalDate, Integer> numbers = new ConcurrentHashMap<>();
    private final AtomicBoolean tooMany = new AtomicBoolean();

    public DayTable(ZoneId zone) {
        this.zone = zone;
    }

    /** Whether the exposures fell on more than {@link #MAX_DAYS} days. */
    public boolean tooMany() {
        return tooMany.get();
    }

    /** Dates such as {@code 2026-11-02}, by number. */
    public List<String> names() {
        String[] names = new String[numbers.size()];
        numbers.forEach((day, number) -> names[number] = day.toString());
        return new ArrayList<>(Arrays.asList(names));
    }

    public Lookup lookup() {
        return new Lookup();
    }

    private synchronized int number(LocalDate day) {
        Integer known = numbers.get(day);
        if (known != null) {
            return known;
        }
        if (numbers.size() >= MAX_DAYS) {
            tooMany.set(true);
            return 0;
        }
        numbers.put(day, numbers.size());
        return numbers.size() - 1;
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
                number = DayTable.this.number(day);
            }
            return number;
        }

        private long start(LocalDate day) {
            return day.atStartOfDay(zone).toEpochSecond() * MICROS;
        }
    }
}
