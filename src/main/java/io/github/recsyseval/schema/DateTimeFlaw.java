package io.github.recsyseval.schema;

import java.util.regex.Pattern;

/** Says why a string is not an RFC 3339 date-time, by the mistakes that logs make, without quoting it. */
enum DateTimeFlaw {
    EPOCH("[-+]?\\d+([.]\\d+)?", "a number; RFC 3339 date-times look like 2026-11-20T10:00:00Z"),
    DATE_ONLY("\\d{4}-\\d{2}-\\d{2}", "a date without time; RFC 3339 date-times look like 2026-11-20T10:00:00Z"),
    BLANK_FOR_T(
            "\\d{4}-\\d{2}-\\d{2}[ _]\\d{2}:\\d{2}.*",
            "no T between date and time; RFC 3339 needs one (2026-11-20T10:00:00Z)"),
    NO_OFFSET(
            "\\d{4}-\\d{2}-\\d{2}[Tt]\\d{2}:\\d{2}(:\\d{2}([.,]\\d+)?)?",
            "no UTC offset, RFC 3339 needs one (…T10:00:00Z)"),
    NO_SECONDS("\\d{4}-\\d{2}-\\d{2}[Tt]\\d{2}:\\d{2}([Zz]|[-+].*)", "no seconds, RFC 3339 needs them (…T10:00:00Z)"),
    OFFSET_FORM(
            "\\d{4}-\\d{2}-\\d{2}[Tt]\\d{2}:\\d{2}:\\d{2}([.]\\d+)?[-+]\\d{1,4}",
            "an offset without colon and minutes, RFC 3339 writes +02:00"),
    COMMA(
            "\\d{4}-\\d{2}-\\d{2}[Tt]\\d{2}:\\d{2}:\\d{2},.*",
            "a comma before the fraction, RFC 3339 writes 10:00:00.250Z"),
    ZONE_NAME(
            "\\d{4}-\\d{2}-\\d{2}[Tt]\\d{2}:\\d{2}:\\d{2}.*\\[.*",
            "a time zone in brackets, RFC 3339 has offsets only"),
    LEAP_SECOND(
            "\\d{4}-\\d{2}-\\d{2}[Tt]\\d{2}:\\d{2}:60([.]\\d+)?([Zz]|[-+]\\d{2}:\\d{2})",
            "second 60 where there was no leap second"),
    RANGE(
            "\\d{4}-\\d{2}-\\d{2}[Tt]\\d{2}:\\d{2}:\\d{2}([.]\\d+)?([Zz]|[-+]\\d{2}:\\d{2})",
            "a month, day, hour, minute, second or offset that does not exist"),
    EMPTY("", "empty; RFC 3339 date-times look like 2026-11-20T10:00:00Z"),
    OTHER(".*", "not an RFC 3339 date-time such as 2026-11-20T10:00:00Z");

    /** What is longer has no mistake that can be named. */
    private static final int MAX_LENGTH = 100;

    private final Pattern shape;
    private final String sentence;

    DateTimeFlaw(String shape, String sentence) {
        this.shape = Pattern.compile(shape, Pattern.DOTALL);
        this.sentence = sentence;
    }

    /** The first flaw whose shape the refused string has, as a sentence. */
    static String of(String refused) {
        if (refused.length() <= MAX_LENGTH) {
            for (DateTimeFlaw flaw : values()) {
                if (flaw.shape.matcher(refused).matches()) {
                    return flaw.sentence;
                }
            }
        }
        return OTHER.sentence;
    }
}
