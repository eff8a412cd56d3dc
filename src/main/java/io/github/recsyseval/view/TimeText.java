package io.github.recsyseval.view;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Times as people read them: to the minute, the JSON form has the rest. */
final class TimeText {
    private static final Pattern UTC = Pattern.compile("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d(:\\d\\d(\\.\\d+)?)?Z");
    private static final int DAY = 10;
    private static final int MINUTE = 16;

    private TimeText() {}

    /** {@code 2026-11-02 00:03} of {@code 2026-11-02T00:03:51.831Z}; anything else as it is. */
    static String minute(String time) {
        return UTC.matcher(time).matches() ? time.substring(0, DAY) + " " + time.substring(DAY + 1, MINUTE) : time;
    }

    /** {@code 2026-11-02 00:03 to 2026-11-04 23:42 UTC}; the day once where it is the same. */
    static String span(@Nullable String first, @Nullable String last) {
        String from = minute(String.valueOf(first));
        String to = minute(String.valueOf(last));
        boolean sameDay = from.length() == MINUTE && to.length() == MINUTE && from.startsWith(to.substring(0, DAY));
        return from + " to " + (sameDay ? to.substring(DAY + 1) : to) + " UTC";
    }
}
