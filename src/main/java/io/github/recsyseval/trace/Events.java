package io.github.recsyseval.trace;

import io.github.recsyseval.diagnosis.Lookalikes;
import io.github.recsyseval.event.Contract;
import io.github.recsyseval.event.Timestamps;
import io.github.recsyseval.join.OutcomeClass;
import io.github.recsyseval.schema.Violation;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Makes the events of a report out of lines. */
final class Events {
    private Events() {}

    /** Those with a readable time by time, then the others; at the same time exposures come first; then by place. */
    static List<TraceEvent> inOrder(List<TraceEvent> events) {
        return events.stream()
                .sorted(Comparator.comparing(Events::micros)
                        .thenComparing(event -> event.kind().equals("exposure") ? 0 : 1)
                        .thenComparing(TraceEvent::kind)
                        .thenComparing(TraceEvent::file)
                        .thenComparing(TraceEvent::line))
                .toList();
    }

    private static long micros(TraceEvent event) {
        return event.time() == null ? Long.MAX_VALUE : Timestamps.parseMicros(event.time());
    }

    /**
     * A valid record.
     *
     * @param secondsAfter NaN for none
     * @param rank 0 for none
     */
    static TraceEvent of(FoundLine line, String is, String reason, double secondsAfter, int rank) {
        return new TraceEvent(
                line.contract().singular(),
                time(line),
                line.place().file(),
                line.place().line(),
                is,
                reason,
                Double.isNaN(secondsAfter) ? null : secondsAfter,
                rank == 0 ? null : rank,
                new LoggedLine(line.text()));
    }

    /** A record that the schema refuses. */
    static TraceEvent invalid(FoundLine line) {
        boolean nameless = line.request() == null;
        Violation first = line.violations().get(0);
        String where = first.pointer().isEmpty() ? "" : first.pointer() + " ";
        return of(
                line,
                (nameless ? OutcomeClass.MISSING_REQUEST_ID : OutcomeClass.INVALID).label(),
                where + first.message(),
                Double.NaN,
                0);
    }

    /** A record of another request that comes near one of the traced request. */
    static TraceEvent near(FoundLine line, FoundLine target) {
        double seconds = (line.time() - target.time()) / 1e6;
        boolean isOutcome = line.contract() == Contract.OUTCOME;
        String distance = String.format(
                Locale.ROOT,
                "%s %s the %s",
                duration(Math.abs(seconds)),
                seconds < 0 ? "before" : "after",
                isOutcome ? "exposure" : "outcome");
        String ids = new Lookalikes(RecordJson.text(target.text(), "request_id"))
                .likeness(RecordJson.text(line.text(), "request_id"))
                .map(likeness -> "; the two ids differ in form only (equal " + likeness + ")")
                .orElse("");
        return of(
                line,
                "near_miss",
                (isOutcome ? "same user, on an item of the list, " : "same user, lists the item, ") + distance + ids,
                isOutcome ? seconds : Double.NaN,
                0);
    }

    /** A time span in the unit that suits it, for example {@code 12.5 s}. */
    static String duration(double seconds) {
        if (seconds < 120) {
            String text = String.format(Locale.ROOT, "%.3f", seconds);
            return text.replaceFirst("\\.?0+$", "") + " s";
        }
        if (seconds < 7200) {
            return String.format(Locale.ROOT, "%.0f min", seconds / 60);
        }
        return seconds < 172_800
                ? String.format(Locale.ROOT, "%.1f h", seconds / 3600)
                : String.format(Locale.ROOT, "%.1f days", seconds / 86_400);
    }

    private static @Nullable String time(FoundLine line) {
        return line.time() == Long.MIN_VALUE ? null : Timestamps.format(line.time());
    }
}
