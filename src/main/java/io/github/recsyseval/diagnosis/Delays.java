package io.github.recsyseval.diagnosis;

import static io.github.recsyseval.diagnosis.RequestWatch.MINUTE;

import io.github.recsyseval.join.JoinedRequest;
import io.github.recsyseval.join.OutcomeClass;
import io.github.recsyseval.join.OutcomeIndex;

/** How long outcomes come after their exposure, or before it. Integers; any order, any split. */
final class Delays {
    private static final long HALF_HOUR = 30 * MINUTE;
    /** From UTC-12 to UTC+14. */
    private static final long ZONES_APART = 26 * RequestWatch.MINUTES_AN_HOUR * MINUTE;

    /** Hours times delays, of outcomes of a type. About 8 MB. */
    private static final int MOST = 1 << 18;

    /** Minutes from the exposure to each matched outcome that is not before it. */
    final LogBins minutes = new LogBins();
    /** Clicks that count, not before their exposure, by the hour of that times {@link LogBins#BINS} plus the bin of the delay in minutes. */
    final LongCounts clicks = new LongCounts(MOST);
    /** Likewise conversions. */
    final LongCounts conversions = new LongCounts(MOST);
    /** Outcomes before their exposure by a whole number of half hours or up to five minutes less, and no more than time zones differ. */
    long wholeHalfHoursEarly;
    /** Outcomes after it by a whole number of half hours or up to ten minutes more. */
    long wholeHalfHoursLate;
    /** Outcomes with the time of their exposure, whole minutes aside. */
    long sameInstant;

    /** Sees a request with outcomes. */
    void see(JoinedRequest request) {
        for (int row = request.firstOutcome(); row < request.endOutcome(); row++) {
            long delay = request.outcomes().time(row) - request.timestamp();
            if (delay >= 0) {
                late(request, row, delay);
            } else if (request.outcomes().outcomeClass(row) == OutcomeClass.BEFORE_EXPOSURE) {
                boolean whole = delay < -HALF_HOUR / 2
                        && delay >= -ZONES_APART
                        && Math.floorMod(delay, HALF_HOUR) <= 5 * MINUTE;
                wholeHalfHoursEarly += whole ? 1 : 0;
            }
        }
    }

    private void late(JoinedRequest request, int row, long delay) {
        OutcomeIndex outcomes = request.outcomes();
        double after = (double) (delay + 1) / MINUTE;
        minutes.add(after);
        if (outcomes.outcomeClass(row).counts()) {
            LongCounts ofType = outcomes.isClick(row) ? clicks : conversions;
            ofType.add(OutcomeHours.of(request.timestamp()) * LogBins.BINS + LogBins.bin(after), 1);
        }
        wholeHalfHoursLate += delay >= HALF_HOUR && delay % HALF_HOUR <= 10 * MINUTE ? 1 : 0;
        sameInstant += delay == 0 && request.timestamp() % MINUTE != 0 ? 1 : 0;
    }

    void add(Delays other) {
        minutes.add(other.minutes);
        clicks.add(other.clicks);
        conversions.add(other.conversions);
        wholeHalfHoursEarly += other.wholeHalfHoursEarly;
        wholeHalfHoursLate += other.wholeHalfHoursLate;
        sameInstant += other.sameInstant;
    }
}
