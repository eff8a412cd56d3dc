package io.github.recsyseval.diagnosis;

import io.github.recsyseval.finding.FindingCode;
import io.github.recsyseval.finding.Severity;
import io.github.recsyseval.join.OutcomeClass;
import io.github.recsyseval.join.OutcomeIndex;
import io.github.recsyseval.stat.Wilson;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;

/**
 * J22: whole hours whose exposures have no outcome, where at least 30 of them would have had some at the rate of all others (the lower end
 * of its interval): the outcome log starts late, ends early or has a hole. Hours without exposures neither interrupt such a stretch nor count
 * in it. At the beginning it must last three hours; of one at the end the last three, or as many as nineteen in twenty outcomes take, are
 * left out, because their outcomes may come yet. Outcomes in it that match no exposure are another fault. Share of the exposures.
 */
final class MissingOutcomes implements Detector {
    private static final long HOUR = RequestWatch.MINUTES_AN_HOUR * RequestWatch.MINUTE;
    private static final long FEW_HOURS = 3;
    private static final double FEWEST = 30;
    private static final double MOST_UNMATCHED = 0.1;

    /** Exposures without outcome in the hours {@code [from, to)}. */
    private record Stretch(long from, long to, long exposures, double expected) {}

    @Override
    public List<Finding> detect(Evidence evidence) {
        RequestWatch requests = evidence.requests();
        if (requests.minutes.tooMany()
                || requests.requests == 0
                || evidence.tally().joined() == 0) {
            return List.of();
        }
        NavigableMap<Long, Long> hours = requests.hours().sorted();
        List<Stretch> found = stretches(evidence, hours).stream()
                .filter(stretch -> unmatched(evidence.outcomes(), stretch) <= MOST_UNMATCHED * stretch.expected())
                .toList();
        return found.isEmpty() ? List.of() : List.of(finding(found, requests.requests));
    }

    private static List<Stretch> stretches(Evidence evidence, NavigableMap<Long, Long> hours) {
        LongCounts joined = evidence.requests().joinedMinutes.coarser(RequestWatch.MINUTES_AN_HOUR);
        List<Stretch> found = new ArrayList<>();
        long from = hours.firstKey();
        boolean inside = false;
        for (long hour : hours.keySet()) {
            boolean none = joined.get(hour) == 0;
            if (inside && !none) {
                add(evidence, hours, from, hour, found);
            } else if (none && !inside) {
                from = hour;
            }
            inside = none;
        }
        if (inside) {
            add(evidence, hours, from, hours.lastKey() + 1 - yetToCome(evidence.requests().delays), found);
        }
        return found;
    }

    /** How many hours nineteen in twenty outcomes take, at least a few. */
    private static long yetToCome(LogBins delays) {
        int bin = 0;
        while (bin < LogBins.BINS && delays.count(0, bin) < 0.95 * delays.n) {
            bin++;
        }
        return Math.max(FEW_HOURS, (long) Math.ceil(LogBins.lower(bin) / RequestWatch.MINUTES_AN_HOUR));
    }

    private static void add(
            Evidence evidence, NavigableMap<Long, Long> hours, long from, long to, List<Stretch> found) {
        if (to <= from || from == hours.firstKey() && to - from < FEW_HOURS) {
            return;
        }
        long exposures = hours.subMap(from, to).values().stream()
                .mapToLong(count -> count)
                .sum();
        long others = evidence.requests().requests - exposures;
        double rate = (double) evidence.tally().joined() / others;
        double expected = exposures * Wilson.interval(rate, others, 0.95).lower();
        if (expected >= FEWEST) {
            found.add(new Stretch(from, to, exposures, expected));
        }
    }

    private static long unmatched(OutcomeIndex outcomes, Stretch stretch) {
        long count = 0;
        for (int row = 0; row < outcomes.size(); row++) {
            if (outcomes.outcomeClass(row) == OutcomeClass.UNMATCHED) {
                long hour = Math.floorDiv(outcomes.time(row), HOUR);
                count += hour >= stretch.from() && hour < stretch.to() ? 1 : 0;
            }
        }
        return count;
    }

    /** What is certain breaks trust from the share on that is otherwise worth a look, and is worth a look below it. */
    private static Finding finding(List<Stretch> found, long requests) {
        long exposures = found.stream().mapToLong(Stretch::exposures).sum();
        Stretch largest = found.get(0);
        for (Stretch stretch : found) {
            largest = stretch.exposures() > largest.exposures() ? stretch : largest;
        }
        String text = "none of the " + Words.count(largest.exposures()) + " exposures from " + time(largest.from())
                + " to " + time(largest.to()) + " has an outcome, where at least "
                + Words.count((long) largest.expected()) + " of them would be expected to"
                + (found.size() > 1 ? "; " + Words.count(found.size()) + " such stretches" : "");
        Finding lost = Finding.of(FindingCode.J22, exposures, requests, "exposures", text);
        return lost.with(lost.severity() == Severity.INFO ? Severity.WARN : Severity.FAIL);
    }

    private static String time(long hour) {
        return Instant.ofEpochSecond(hour * 3600).toString();
    }
}
