package io.github.recsyseval.diagnosis;

import io.github.recsyseval.join.JoinedRequest;

/** Exposures by the hour, all that have items and those with outcomes of some kind. Integers; any order, any split. */
final class OutcomeHours {
    /** In microseconds. */
    static final long HOUR = RequestWatch.MINUTES_AN_HOUR * RequestWatch.MINUTE;

    /** Surfaces times hours: 200 surfaces for a week. About 1 MB. */
    private static final int MOST_ON_SURFACE = 1 << 15;

    /** Those with items. */
    final LongCounts shown = new LongCounts(RequestWatch.MOST_MINUTES);
    /** Those with a matched outcome. */
    final LongCounts joined = new LongCounts(RequestWatch.MOST_MINUTES);
    /** Those with a click. */
    final LongCounts clicked = new LongCounts(RequestWatch.MOST_MINUTES);
    /** Those with a conversion. */
    final LongCounts converted = new LongCounts(RequestWatch.MOST_MINUTES);

    /** Those with items by surface and hour: the surface's hash before the hour, each in 32 bits. */
    final LongCounts shownOnSurface = new LongCounts(MOST_ON_SURFACE);
    /** Those with a matched outcome, likewise. */
    final LongCounts joinedOnSurface = new LongCounts(MOST_ON_SURFACE);

    /** The hour of a time in microseconds, counted from 1970. */
    static long of(long micros) {
        return Math.floorDiv(micros, HOUR);
    }

    /** The hash of the surface of a key of those by surface. */
    static int surface(long key) {
        return (int) (key >> Integer.SIZE);
    }

    /** The hour of a key of those by surface. */
    static int hour(long key) {
        return (int) key;
    }

    void see(JoinedRequest request) {
        long hour = of(request.timestamp());
        long onSurface = (long) request.surface() << Integer.SIZE | hour & 0xffff_ffffL;
        if (request.listedItems() > 0) {
            shown.add(hour, 1);
            shownOnSurface.add(onSurface, 1);
        }
        if (request.matchedOutcomes() > 0) {
            joined.add(hour, 1);
            joinedOnSurface.add(onSurface, 1);
            types(request, hour);
        }
    }

    private void types(JoinedRequest request, long hour) {
        boolean click = false;
        boolean conversion = false;
        for (int row = request.firstOutcome(); row < request.endOutcome(); row++) {
            boolean isClick = request.outcomes().isClick(row);
            click |= isClick;
            conversion |= !isClick;
        }
        if (click) {
            clicked.add(hour, 1);
        }
        if (conversion) {
            converted.add(hour, 1);
        }
    }

    void add(OutcomeHours other) {
        shown.add(other.shown);
        joined.add(other.joined);
        shownOnSurface.add(other.shownOnSurface);
        joinedOnSurface.add(other.joinedOnSurface);
        clicked.add(other.clicked);
        converted.add(other.converted);
    }
}
