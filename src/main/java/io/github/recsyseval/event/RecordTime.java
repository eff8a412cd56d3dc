package io.github.recsyseval.event;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;

/**
 * When a line says that its event happened, as far as that can be made out of whatever stands there. It tells since when a defect
 * occurs and is never used for figures: broken lines and times that their contract refuses are read, too.
 *
 * <p>The member {@code ts} counts, else one of the names that other systems use for it. Times without offset are taken as UTC;
 * numbers are seconds, milliseconds, microseconds or nanoseconds since 1970, by their number of digits.
 */
public final class RecordTime {
    private static final List<String> OTHER_NAMES = List.of(
            "ts",
            "timestamp",
            "@timestamp",
            "time",
            "event_time",
            "eventtime",
            "event_ts",
            "datetime",
            "created_at",
            "logged_at");

    /** What stands between the quotes of a time is shorter. */
    private static final int LONGEST = 64;

    private final byte[] line;
    private final int to;
    private int at;
    private long other = Timestamps.UNREADABLE;

    private RecordTime(byte[] line, int from, int to) {
        this.line = line;
        this.to = to;
        at = from;
    }

    /** Microseconds since 1970 for {@code line[from, to)}, or {@link Timestamps#UNREADABLE}. */
    public static long of(byte[] line, int from, int to) {
        return new RecordTime(line, from, to).find();
    }

    private long find() {
        int depth = 0;
        while (at < to) {
            switch (line[at]) {
                case '{', '[' -> depth++;
                case '}', ']' -> depth--;
                case '"' -> {
                    int start = at + 1;
                    skipString();
                    long time = depth == 1 ? valueOf(start, at) : Timestamps.UNREADABLE;
                    if (time != Timestamps.UNREADABLE) {
                        return time;
                    }
                }
                default -> {}
            }
            at++;
        }
        return other;
    }

    /** Moves to the closing quote, or to the end. */
    private void skipString() {
        for (at++; at < to && line[at] != '"'; at++) {
            at += line[at] == '\\' ? 1 : 0;
        }
    }

    /** The time behind a name, if it is the name of the time and a time stands there; notes that behind another name. */
    private long valueOf(int start, int end) {
        if (end - start > LONGEST || end >= to) {
            return Timestamps.UNREADABLE;
        }
        String name = ascii(start, end);
        boolean isTime = name.equals("ts");
        int value = blanks(end + 1);
        if (!OTHER_NAMES.contains(name.toLowerCase(Locale.ROOT)) || value >= to || line[value] != ':') {
            return Timestamps.UNREADABLE;
        }
        long time = time(blanks(value + 1));
        if (isTime) {
            return time;
        }
        other = other == Timestamps.UNREADABLE ? time : other;
        return Timestamps.UNREADABLE;
    }

    private int blanks(int from) {
        int next = from;
        while (next < to && (line[next] == ' ' || line[next] == '\t')) {
            next++;
        }
        return next;
    }

    private long time(int from) {
        int start = from < to && line[from] == '"' ? from + 1 : from;
        int end = start;
        while (end < to && end - start < LONGEST && (start > from ? line[end] != '"' : isNumberPart(line[end]))) {
            end++;
        }
        if (end == to) {
            return Timestamps.UNREADABLE; // Cut off: the rest might have been an offset or further digits.
        }
        String text = ascii(start, end).strip();
        long number = number(text);
        return number != Timestamps.UNREADABLE ? number : dateTime(text);
    }

    private static boolean isNumberPart(byte b) {
        return b >= '0' && b <= '9' || b == '.';
    }

    private static long number(String text) {
        int stop = text.indexOf('.');
        String whole = stop < 0 ? text : text.substring(0, stop);
        if (whole.isEmpty() || !whole.chars().allMatch(c -> c >= '0' && c <= '9')) {
            return Timestamps.UNREADABLE;
        }
        return switch (whole.length()) {
            case 9, 10 -> (long) (Double.parseDouble(text) * 1e6);
            case 13 -> Long.parseLong(whole) * 1_000;
            case 16 -> Long.parseLong(whole);
            case 19 -> Long.parseLong(whole.substring(0, 16));
            default -> Timestamps.UNREADABLE;
        };
    }

    /** A date-time as it is, else with what is usually missing or different put right. */
    private static long dateTime(String text) {
        long time = Timestamps.parseMicros(text);
        if (time != Timestamps.UNREADABLE || text.length() < 19) {
            return time;
        }
        String local = text.substring(0, 10) + 'T' + text.substring(11, 19);
        String rest = text.substring(19)
                .replace(',', '.')
                .replaceFirst("( ?UTC| ?GMT| ?Z)$", "Z")
                .replace(" ", "");
        rest = rest.replaceFirst("([+-][0-9]{2})([0-9]{2})$", "$1:$2").replaceFirst("([+-][0-9]{2})$", "$1:00");
        boolean hasOffset = rest.endsWith("Z") || rest.matches(".*[+-][0-9]{2}:[0-9]{2}");
        return Timestamps.parseMicros(local + rest + (hasOffset ? "" : "Z"));
    }

    private String ascii(int from, int end) {
        return new String(line, from, end - from, StandardCharsets.ISO_8859_1);
    }
}
