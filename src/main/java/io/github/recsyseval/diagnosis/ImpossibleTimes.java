package io.github.recsyseval.diagnosis;

import io.github.recsyseval.finding.FindingCode;
import io.github.recsyseval.join.OutcomeClass;
import io.github.recsyseval.join.OutcomeIndex;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.SortedMap;

/**
 * J10: records more than a year apart from the bulk of the log, with nothing in between: clocks that begin at 1970, milliseconds taken for
 * seconds, a wrong year; and, where time stamps have a time of day at all, records at midnight to the microsecond: cut to the day. Shares of
 * the exposures and of the outcomes.
 */
final class ImpossibleTimes implements Detector {
    private static final long DAYS_A_YEAR = 366;
    private static final long HOURS_A_DAY = 24;
    private static final long DAY = HOURS_A_DAY * RequestWatch.MINUTES_AN_HOUR * RequestWatch.MINUTE;
    /** Almost two centuries. */
    static final int MOST_DAYS = 1 << 16;

    private static final double MIDNIGHTS = 0.001;
    private static final long FEW_MIDNIGHTS = 20;

    /** How many records are off. */
    private record Off(long before, long after, long midnight) {
        long all() {
            return before + after + midnight;
        }
    }

    @Override
    public List<Finding> detect(Evidence evidence) {
        List<Finding> findings = new ArrayList<>();
        RequestWatch requests = evidence.requests();
        LongCounts days = requests.hours().coarser(HOURS_A_DAY, MOST_DAYS);
        if (!requests.minutes.tooMany() && !days.tooMany()) {
            add(off(days.sorted(), requests.requests, requests.midnights), requests.requests, "exposures", findings);
        }
        outcomes(evidence.outcomes(), findings);
        return findings;
    }

    private static void outcomes(OutcomeIndex outcomes, List<Finding> findings) {
        LongCounts days = new LongCounts(MOST_DAYS);
        LongCounts midnights = new LongCounts(MOST_DAYS);
        long n = 0;
        for (int row = 0; row < outcomes.size(); row++) {
            if (outcomes.outcomeClass(row) != OutcomeClass.EXCLUDED) {
                n++;
                days.add(day(outcomes.time(row)), 1);
                addIfMidnight(outcomes.time(row), midnights);
            }
        }
        if (!days.tooMany()) {
            add(off(days.sorted(), n, midnights), n, "outcomes", findings);
        }
    }

    private static long day(long micros) {
        return Math.floorDiv(micros, DAY);
    }

    /** Counts a moment under its day if it is midnight in UTC to the microsecond. */
    static void addIfMidnight(long micros, LongCounts midnights) {
        if (micros % DAY == 0) {
            midnights.add(day(micros), 1);
        }
    }

    private static void add(Off off, long n, String what, List<Finding> findings) {
        if (off.all() > 0) {
            Parts parts = new Parts()
                    .add("over a year before all others", off.before())
                    .add("over a year after all others", off.after())
                    .add("at midnight exactly", off.midnight());
            findings.add(Finding.of(FindingCode.J10, off.all(), n, what, parts.toString()));
        }
    }

    private static Off off(NavigableMap<Long, Long> days, long n, LongCounts midnights) {
        long middle = 0;
        long counted = 0;
        for (var day : days.entrySet()) {
            counted += day.getValue();
            if (2 * counted >= n) {
                middle = day.getKey();
                break;
            }
        }
        long first = edge(days.headMap(middle, true).descendingKeySet(), middle);
        long last = edge(days.tailMap(middle, true).keySet(), middle);
        long before = sum(days.headMap(first, false));
        long after = sum(days.tailMap(last, false));
        long cut = sum(midnights.sorted().subMap(first, true, last, true));
        return new Off(before, after, cut >= FEW_MIDNIGHTS && cut > MIDNIGHTS * n ? cut : 0);
    }

    /** The last of the days, going away from the middle, before a gap of a year. */
    private static long edge(Iterable<Long> away, long middle) {
        long edge = middle;
        for (long day : away) {
            if (Math.abs(day - edge) > DAYS_A_YEAR) {
                return edge;
            }
            edge = day;
        }
        return edge;
    }

    private static long sum(SortedMap<Long, Long> days) {
        return days.values().stream().mapToLong(count -> count).sum();
    }
}
