package io.github.recsyseval.cli;

import io.github.recsyseval.engine.ExcludedUsers;
import io.github.recsyseval.engine.ExposureFilter;
import io.github.recsyseval.event.IdHash;
import io.github.recsyseval.event.Timestamps;
import io.github.recsyseval.text.DidYouMean;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which exposures are evaluated. */
final class FilterOptions {
    static final String EXCLUDE_USERS = "--exclude-users";

    @Option(
            names = "--since",
            paramLabel = "TIME",
            description = "Keep exposures from this time on, such as 2026-11-01 or 2026-11-01T00:00:00Z.")
    private @Nullable String since;

    @Option(names = "--until", paramLabel = "TIME", description = "Keep exposures before this time.")
    private @Nullable String until;

    @Option(
            names = "--where",
            paramLabel = "KEY=VALUE",
            description =
                    "Keep exposures with this context value. Repeat a key to allow several values; different keys must all match.")
    private List<String> where = List.of();

    @Option(
            names = EXCLUDE_USERS,
            paramLabel = "FILE",
            description = "Leave out exposures of the users in FILE, one user_id per line.")
    private @Nullable Path excludeUsers;

    @Option(
            names = "--time-zone",
            paramLabel = "ZONE",
            description = "Time zone of dates in --since and --until and of metrics by day (default ${DEFAULT-VALUE}).")
    private String timeZone = "UTC";

    ExposureFilter filter() {
        zone();
        long from = moment("--since", since, Long.MIN_VALUE);
        long to = moment("--until", until, Long.MAX_VALUE);
        if (from >= to) {
            throw new UsageException("--until " + until + " is not after --since " + since + ": nothing lies between");
        }
        return new ExposureFilter(from, to, whereValues(), excludedUsers());
    }

    /** The zone of days. */
    ZoneId zone() {
        try {
            return ZoneId.of(timeZone);
        } catch (DateTimeException unknown) {
            throw new UsageException("--time-zone: unknown time zone " + timeZone
                    + DidYouMean.hint(timeZone, ZoneId.getAvailableZoneIds()));
        }
    }

    /** The filters in force, in words, without any user's id. */
    List<String> words() {
        List<String> words = new ArrayList<>();
        if (since != null) {
            words.add("since " + since + zone(since));
        }
        if (until != null) {
            words.add("until " + until + zone(until));
        }
        whereValues().forEach((key, values) -> words.add("where " + key + "=" + String.join("|", values)));
        if (excludeUsers != null) {
            words.add("exclude-users " + excludeUsers);
        }
        return words;
    }

    private String zone(String time) {
        return time.length() == 10 ? " (" + timeZone + ")" : "";
    }

    /** A moment in microseconds since 1970; {@code otherwise} for null. */
    long moment(String option, @Nullable String time, long otherwise) {
        if (time == null) {
            return otherwise;
        }
        long micros = Timestamps.parseMicros(time);
        if (micros != Timestamps.UNREADABLE) {
            return micros;
        }
        try {
            return Math.multiplyExact(LocalDate.parse(time).atStartOfDay(zone()).toEpochSecond(), 1_000_000L);
        } catch (DateTimeParseException | ArithmeticException unreadable) {
            throw new UsageException(
                    option + " takes a day (2026-11-01) or a time with offset (2026-11-01T08:00:00Z), not " + time);
        }
    }

    private Map<String, Set<String>> whereValues() {
        Map<String, Set<String>> values = new TreeMap<>();
        for (String condition : where) {
            int equals = condition.indexOf('=');
            if (equals < 1) {
                throw new UsageException("--where takes key=value, not " + condition);
            }
            values.computeIfAbsent(condition.substring(0, equals), key -> new TreeSet<>())
                    .add(condition.substring(equals + 1));
        }
        return values;
    }

    private ExcludedUsers excludedUsers() {
        if (excludeUsers == null) {
            return ExcludedUsers.NONE;
        }
        if (excludeUsers.toString().isBlank()) {
            throw new UsageException(EXCLUDE_USERS + " takes a file, not an empty text; is a variable unset?");
        }
        IdHash hash = new IdHash();
        LongStream.Builder users = LongStream.builder();
        ListFile.read(EXCLUDE_USERS + " " + excludeUsers, excludeUsers, (user, line) -> {
            byte[] bytes = user.getBytes(StandardCharsets.UTF_8);
            hash.hash(bytes, 0, bytes.length);
            users.add(hash.first());
        });
        return ExcludedUsers.of(users.build());
    }
}
