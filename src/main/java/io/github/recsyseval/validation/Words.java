package io.github.recsyseval.validation;

import io.github.recsyseval.text.Counted;
import io.github.recsyseval.text.Decimals;
import io.github.recsyseval.validation.ValidationReport.WhenRow;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Numbers and sentences as people read them, the same in every locale. */
final class Words {
    private Words() {}

    static String count(long n) {
        return Decimals.grouped(n);
    }

    /** Why a log failed, but for the count of invalid records, with which summaries begin. */
    static List<String> furtherReasons(ValidationReport report) {
        return report.reasons().stream()
                .filter(reason -> !reason.contains(" do not match "))
                .toList();
    }

    static String records(long n) {
        return Counted.of(n, "record");
    }

    /** A share in per cent with two digits that matter, so that a small one is not shown as 0. */
    static String percent(double share) {
        double percent = 100 * share;
        int digits = percent == 0 || percent >= 10 ? 1 : percent >= 1 ? 2 : 3;
        if (percent > 0 && percent < 0.0005) {
            return "below 0.001 %";
        }
        return Decimals.fixed(percent, digits) + " %";
    }

    /** Decimal units, as disks and networks are sold: {@code 620.5 MB}. */
    static String bytes(long bytes) {
        if (bytes < 1000) {
            return Counted.of(bytes, "byte");
        }
        double size = bytes;
        String unit = "";
        for (String next : List.of("kB", "MB", "GB", "TB")) {
            if (size < 1000) {
                break;
            }
            size /= 1000;
            unit = next;
        }
        return Decimals.fixed(size, 1) + " " + unit;
    }

    /** When something occurred that {@code count} records have: {@code 308 of 312 between 2026-11-20 07:12 and 07:19 UTC}. */
    static String when(@Nullable WhenRow when, long count) {
        if (when == null) {
            return "";
        }
        boolean stands = when.extent().equals("once") || when.extent().equals("throughout");
        String which =
                when.within() < count ? count(when.within()) + " of " + count(count) + " " : stands ? "" : "all ";
        String from = minute(when.from());
        String to = minute(when.to());
        String sameDay = from.substring(0, from.indexOf(' ')).equals(to.substring(0, to.indexOf(' ')))
                ? to.substring(to.indexOf(' ') + 1)
                : to;
        return which
                + switch (when.extent()) {
                    case "once" -> "at " + from;
                    case "since" -> "since " + from;
                    case "until" -> "until " + to;
                    case "between" -> "between " + from + " and " + sameDay;
                    default -> "from " + from + " to " + sameDay;
                }
                + " UTC";
    }

    /** {@code 2026-11-20 07:12} of {@code 2026-11-20T07:12:00Z}. */
    private static String minute(String time) {
        return time.substring(0, time.indexOf(':') + 3).replace('T', ' ');
    }
}
