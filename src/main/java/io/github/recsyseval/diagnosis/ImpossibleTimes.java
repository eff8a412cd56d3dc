package io.github.recsyseval.diagnosis;

import io.github.recsyseval.finding.FindingCode;
import io.github.recsyseval.join.OutcomeIndex;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * J10: records more than a year apart from the bulk of the log, with nothing in between: clocks that begin at 1970, milliseconds taken for
 * seconds, a wrong year; and, where time stamps have a time of day at all, records at midnight to the microsecond: cut to the day. Shares of
 * the exposures and of the outcomes.
 */
final class ImpossibleTimes implements Detector {
    private static final long MINUTES_A_YEAR = 366L * 24 * 60;
    private static final long DAY = 24 * 60 * RequestWatch.MINUTE;
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
        if (!requests.minutes.tooMany()) {
            Off exposures = off(requests.minutes.sorted(), requests.requests, requests.midnights);
            add(exposures, requests.requests, "exposures", findings);
        }
        OutcomeIndex outcomes = evidence.outcomes();
        TreeMap<Long, Long> minutes = new TreeMap<>();
        long[] times = IntStream.range(0, outcomes.size())
                .mapToLong(outcomes::time)
                .sorted()
                .toArray();
        for (long time : times) {
            minutes.merge(Math.floorDiv(time, RequestWatch.MINUTE), 1L, Long::sum);
        }
        long midnights =
                Arrays.stream(times).filter(ImpossibleTimes::isMidnight).count();
        add(off(minutes, outcomes.size(), midnights), outcomes.size(), "outcomes", findings);
        return findings;
    }

    /** Whether a moment is midnight in UTC to the microsecond. */
    static boolean isMidnight(long micros) {
        return Math.floorMod(micros, DAY) == 0;
    }

    private static void add(Off off, long n, String what, List<Finding> findings) {
        if (off.all() > 0) {
            String text = Words.count(off.before()) + " lie over a year before all others, " + Words.count(off.after())
                    + " over a year after them, " + Words.count(off.midnight()) + " at midnight exactly";
            findings.add(Finding.of(FindingCode.J10, off.all(), n, what, text));
        }
    }

    private static Off off(TreeMap<Long, Long> minutes, long n, long midnights) {
        long middle = 0;
        long counted = 0;
        for (var minute : minutes.entrySet()) {
            counted += minute.getValue();
            if (2 * counted >= n) {
                middle = minute.getKey();
                break;
            }
        }
        long first = edge(minutes.headMap(middle, true).descendingKeySet(), middle);
        long last = edge(minutes.tailMap(middle, true).keySet(), middle);
        long before = sum(minutes.headMap(first, false));
        long after = sum(minutes.tailMap(last, false));
        boolean cut = midnights >= FEW_MIDNIGHTS && midnights > MIDNIGHTS * n;
        return new Off(before, after, cut ? midnights : 0);
    }

    /** The last of the minutes, going away from the middle, before a gap of a year. */
    private static long edge(Iterable<Long> away, long middle) {
        long edge = middle;
        for (long minute : away) {
            if (Math.abs(minute - edge) > MINUTES_A_YEAR) {
                return edge;
            }
            edge = minute;
        }
        return edge;
    }

    private static long sum(java.util.SortedMap<Long, Long> minutes) {
        return minutes.values().stream().mapToLong(count -> count).sum();
    }
}
