package io.github.recsyseval.validation;

import io.github.recsyseval.event.Timestamps;
import io.github.recsyseval.stat.TimeHistogram;
import io.github.recsyseval.stat.TimeWindow;
import io.github.recsyseval.validation.ValidationReport.WhenRow;
import org.jspecify.annotations.Nullable;

/** Says when a defect occurred, compared with all records of the log: throughout, or since, until, between two times. */
final class Occurrence {
    /** A window counts when at least nine in ten records that have the defect lie in it, ... */
    private static final double LEAST_WITHIN = 0.9;

    /** ... that is at least ten points more than the window's share of all records, ... */
    private static final double LEAST_EXCESS = 0.1;

    /** ... and chance would not do so more often than once in a hundred times. */
    private static final double SIGNIFICANT = 0.01;

    /** What begins or ends within the first or last hundredth of all records does so with the log. */
    private static final double EDGE = 0.01;

    private final TimeHistogram log;
    private final long beginning;
    private final long end;

    /** @param log the times of all records */
    Occurrence(TimeHistogram log) {
        this.log = log;
        beginning = log.quantile(EDGE);
        end = log.quantile(1 - EDGE);
    }

    /** Null without any time. */
    @Nullable WhenRow of(TimeHistogram times) {
        if (times.count() == 0) {
            return null;
        }
        TimeWindow window = TimeWindow.of(times, log);
        boolean concentrated = window.within() >= LEAST_WITHIN * times.count()
                && window.excess() >= LEAST_EXCESS
                && window.pValue() <= SIGNIFICANT;
        String extent = times.count() == 1 ? "once" : concentrated ? extent(window) : "throughout";
        boolean whole = extent.equals("once") || extent.equals("throughout");
        return new WhenRow(
                times.count(),
                Timestamps.format(times.first()),
                Timestamps.format(times.last()),
                extent,
                Timestamps.format(whole ? minute(times.first()) : window.from()),
                Timestamps.format(whole ? minute(times.last()) + TimeHistogram.MINUTE : window.to()),
                whole ? times.count() : window.within());
    }

    private String extent(TimeWindow window) {
        boolean fromBeginning = window.from() <= beginning;
        boolean toEnd = window.to() >= end;
        if (fromBeginning && toEnd) {
            return "throughout";
        }
        return fromBeginning ? "until" : toEnd ? "since" : "between";
    }

    private static long minute(long micros) {
        return Math.floorDiv(micros, TimeHistogram.MINUTE) * TimeHistogram.MINUTE;
    }
}
