package io.github.recsyseval.sample.fault;

import io.github.recsyseval.sample.log.ListedItem;
import io.github.recsyseval.sample.log.LogRecord;
import io.github.recsyseval.sample.log.LogStream;
import io.github.recsyseval.sample.log.LoggedExposure;
import io.github.recsyseval.sample.log.Part;
import io.github.recsyseval.sample.log.SessionLog;
import java.util.List;

/** Lines that a reader must refuse. A line has at most one of these faults. */
final class LineFaults {
    static final String BAD_JSON = "bad-json";
    static final String NOT_UTF8 = "not-utf8";
    static final String MISSING_FIELD = "missing-field";
    static final String EXTRA_FIELD = "extra-field";
    static final String BAD_TIMESTAMP = "bad-timestamp";

    private LineFaults() {}

    static List<Fault> all() {
        return List.of(
                fault(BAD_JSON, Part.BYTES, "a crash in the middle of a write: the line ends early", "lines cut short"),
                fault(NOT_UTF8, Part.BYTES, "one writer uses ISO 8859-1", "lines with a byte that is no UTF-8"),
                fault(
                        MISSING_FIELD,
                        Part.SCHEMA,
                        "an old client does not know a required field",
                        "lines without a required field"),
                fault(
                        EXTRA_FIELD,
                        Part.SCHEMA,
                        "a debug build adds a field",
                        "lines with a field that the schema does not have"),
                fault(
                        BAD_TIMESTAMP,
                        Part.SCHEMA,
                        "a database's own text form of a time, without T and offset",
                        "lines whose ts is no RFC 3339"),
                new Fault(
                        "rank-zero",
                        "J15",
                        "ranks are counted from 0",
                        "exposures with items",
                        "lines of lists that begin with rank 0",
                        Census.of(Base.LINES),
                        LineFaults::zeroBased));
    }

    private static Fault fault(String name, Part part, String imitates, String counts) {
        return new Fault(
                name,
                "",
                imitates,
                "lines of each file",
                counts,
                Census.of(Base.LINES),
                (log, chance) -> damage(log, chance, part));
    }

    private static void damage(SessionLog log, Chance chance, Part part) {
        log.changeExposures(
                line -> struck(line, chance) ? line.marked(chance.mark(part, LogStream.EXPOSURES.label())) : line);
        log.changeOutcomes(
                line -> struck(line, chance) ? line.marked(chance.mark(part, LogStream.OUTCOMES.label())) : line);
        log.changeAssignments(
                line -> struck(line, chance) ? line.marked(chance.mark(part, LogStream.ASSIGNMENTS.label())) : line);
    }

    /** The required field that a line with {@code missing-field} lacks; every second exposure its list, every second outcome its item. */
    static String absentField(LogRecord line) {
        boolean even = line.visit() % 2 == 0;
        return switch (line.stream()) {
            case EXPOSURES -> even ? "items" : "user_id";
            case OUTCOMES -> even ? "item_id" : "event_type";
            case ASSIGNMENTS -> "variant";
        };
    }

    private static boolean struck(LogRecord line, Chance chance) {
        // the stream is part of the unit, for the lines of a request have the same numbers in each
        return intact(line)
                && chance.hits(
                        line.key() * LogStream.values().length + line.stream().ordinal());
    }

    private static void zeroBased(SessionLog log, Chance chance) {
        log.changeExposures(line -> !line.empty() && intact(line) && !line.touched(Part.LIST) && chance.hits(line.key())
                ? fromZero(line).marked(chance.mark(Part.SCHEMA, LogStream.EXPOSURES.label()))
                : line);
    }

    private static LoggedExposure fromZero(LoggedExposure line) {
        List<ListedItem> items = line.items().stream()
                .map(item -> item.withRank(item.rank() - 1))
                .toList();
        return line.withItems(items);
    }

    private static boolean intact(LogRecord line) {
        return !line.touched(Part.BYTES) && !line.touched(Part.SCHEMA);
    }
}
