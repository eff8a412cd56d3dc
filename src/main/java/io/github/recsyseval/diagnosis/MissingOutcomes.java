package io.github.recsyseval.diagnosis;

import io.github.recsyseval.finding.FindingCode;
import io.github.recsyseval.finding.Severity;
import io.github.recsyseval.join.OutcomeClass;
import io.github.recsyseval.join.OutcomeIndex;
import io.github.recsyseval.stat.Wilson;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.LongPredicate;

/**
 * J22: whole hours without outcomes, where the exposures of at least 30 would have one at the rate of all others (the lower end of its
 * interval): the outcome log starts late, ends early or has a hole. An hour is without if none is logged in it, since what was shown just
 * before its end may be clicked in the next, or if none of its exposures has one; at most half of what is expected may have come later. If
 * there is no such stretch, hours in which no click is logged are looked for likewise. Two more are a question: hours without a
 * conversion, since a shop that is closed or broken looks the same, and hours of one surface whose exposures have no outcome. Exposures
 * with items count; hours without any neither interrupt a stretch nor count in it. At the beginning it must last three hours; of one at
 * the end the last three, or as many as nineteen in twenty outcomes take, are left out, because their outcomes may come yet. Outcomes in
 * it that match no exposure are another fault. Share of the exposures.
 */
final class MissingOutcomes implements Detector {
    private static final long FEW_HOURS = 3;
    private static final double FEWEST = 30;
    private static final double MOST_LATER = 0.5;
    private static final double MOST_UNMATCHED = 0.1;
    private static final String NOT_BOUGHT = " (are conversions not logged, or could nothing be bought?)";
    private static final String ONE_SURFACE = " (on one surface: --slice surface shows which)";

    /** Exposures of the hours {@code [from, to)}, and how many have an outcome, click or conversion. */
    private record Stretch(String what, long from, long to, long exposures, long having, double expected) {}

    /** Exposures that have an outcome of some kind, and those outcomes, matched or not, each by hour. */
    private record Kind(String name, LongCounts having, LongCounts logged, LongCounts unmatched, long yetToCome) {
        Kind(String name, LongCounts having, long yetToCome) {
            this(name, having, counts(), counts(), yetToCome);
        }

        private static LongCounts counts() {
            return new LongCounts(RequestWatch.MOST_MINUTES);
        }

        void add(long hour, boolean isUnmatched) {
            logged.add(hour, 1);
            if (isUnmatched) {
                unmatched.add(hour, 1);
            }
        }
    }

    @Override
    public List<Finding> detect(Evidence evidence) {
        RequestWatch requests = evidence.requests();
        if (requests.outcomeHours.shown.total() == 0 || evidence.tally().joined() == 0) {
            return List.of();
        }
        NavigableMap<Long, Long> hours = requests.outcomeHours.shown.sorted();
        Kind all = new Kind("an outcome", requests.outcomeHours.joined, yetToCome(requests.delays.minutes));
        Kind clicks = new Kind("a click", requests.outcomeHours.clicked, yetToCome(delays(requests.delays.clicks)));
        Kind conversions = new Kind(
                "a conversion", requests.outcomeHours.converted, yetToCome(delays(requests.delays.conversions)));
        count(evidence.outcomes(), all, clicks, conversions);
        List<Stretch> found = stretches(all, hours, hour -> all.logged.get(hour) == 0 || all.having.get(hour) == 0);
        if (found.isEmpty()) {
            found = stretches(clicks, hours, hour -> clicks.logged.get(hour) == 0);
        }
        if (!found.isEmpty()) {
            return List.of(finding(found, exposures(found, hours), requests.requests));
        }
        found = stretches(conversions, hours, hour -> conversions.logged.get(hour) == 0);
        if (!found.isEmpty()) {
            return List.of(
                    finding(found, exposures(found, hours), requests.requests).asQuestion(NOT_BOUGHT));
        }
        found = onSurfaces(requests, all);
        long exposures = found.stream().mapToLong(Stretch::exposures).sum();
        double expected = found.stream().mapToDouble(Stretch::expected).sum();
        return found.isEmpty() || evidence.outcomesWithoutId() > MOST_UNMATCHED * expected
                ? List.of()
                : List.of(finding(found, exposures, requests.requests).asQuestion(ONE_SURFACE));
    }

    /** Stretches of single surfaces. */
    private static List<Stretch> onSurfaces(RequestWatch requests, Kind all) {
        Map<Integer, NavigableMap<Long, Long>> shown = new TreeMap<>();
        Map<Integer, LongCounts> having = new TreeMap<>();
        requests.outcomeHours.shownOnSurface.forEach(
                (key, count) -> shown.computeIfAbsent(OutcomeHours.surface(key), any -> new TreeMap<>())
                        .put((long) OutcomeHours.hour(key), count));
        requests.outcomeHours.joinedOnSurface.forEach((key, count) -> having.computeIfAbsent(
                        OutcomeHours.surface(key), any -> new LongCounts(RequestWatch.MOST_MINUTES))
                .add(OutcomeHours.hour(key), count));
        List<Stretch> found = new ArrayList<>();
        having.forEach((surface, joined) -> {
            NavigableMap<Long, Long> hours = shown.get(surface);
            if (hours != null) {
                Kind kind = new Kind(all.name, joined, all.logged, all.unmatched, all.yetToCome);
                found.addAll(stretches(kind, hours, hour -> joined.get(hour) == 0));
            }
        });
        return found;
    }

    private static long exposures(List<Stretch> found, NavigableMap<Long, Long> hours) {
        Set<Long> without = new TreeSet<>();
        found.forEach(stretch ->
                without.addAll(hours.subMap(stretch.from(), stretch.to()).keySet()));
        return without.stream().mapToLong(hours::get).sum();
    }

    private static void count(OutcomeIndex outcomes, Kind all, Kind clicks, Kind conversions) {
        for (int row = 0; row < outcomes.size(); row++) {
            if (outcomes.isInJoinRate(row)) {
                long hour = OutcomeHours.of(outcomes.time(row));
                boolean unmatched = outcomes.outcomeClass(row) == OutcomeClass.UNMATCHED;
                all.add(hour, unmatched);
                (outcomes.isClick(row) ? clicks : conversions).add(hour, unmatched);
            }
        }
    }

    private static List<Stretch> stretches(Kind kind, NavigableMap<Long, Long> hours, LongPredicate isWithout) {
        List<Stretch> found = new ArrayList<>();
        if (kind.having.total() == 0 || kind.logged.tooMany()) {
            return found;
        }
        long from = hours.firstKey();
        boolean inside = false;
        for (long hour : hours.keySet()) {
            boolean none = isWithout.test(hour);
            if (inside && !none) {
                add(kind, hours, from, hour, found);
            } else if (none && !inside) {
                from = hour;
            }
            inside = none;
        }
        if (inside) {
            add(kind, hours, from, hours.lastKey() + 1 - kind.yetToCome, found);
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

    private static LogBins delays(LongCounts byHour) {
        LogBins delays = new LogBins();
        byHour.forEach((key, count) -> delays.add((int) Math.floorMod(key, (long) LogBins.BINS), count));
        return delays;
    }

    private static void add(Kind kind, NavigableMap<Long, Long> hours, long from, long to, List<Stretch> found) {
        if (to <= from || from == hours.firstKey() && to - from < FEW_HOURS) {
            return;
        }
        NavigableMap<Long, Long> within = hours.subMap(from, true, to, false);
        long exposures = sum(within);
        long having = within.keySet().stream().mapToLong(kind.having::get).sum();
        long unmatched = within.keySet().stream().mapToLong(kind.unmatched::get).sum();
        long others = sum(hours) - exposures;
        double rate = others == 0 ? 0 : Math.min(1, (double) (kind.having.total() - having) / others);
        double expected =
                exposures * Wilson.interval(rate, Math.max(1, others), 0.95).lower();
        if (expected >= FEWEST && having <= MOST_LATER * expected && unmatched <= MOST_UNMATCHED * expected) {
            found.add(new Stretch(kind.name, from, to, exposures, having, expected));
        }
    }

    private static long sum(NavigableMap<Long, Long> hours) {
        return hours.values().stream().mapToLong(count -> count).sum();
    }

    /** What is certain breaks trust from the share on that is otherwise worth a look, and is worth a look below it. */
    private static Finding finding(List<Stretch> found, long exposures, long requests) {
        Stretch largest = found.stream()
                .max(Comparator.comparingDouble(Stretch::expected))
                .orElseThrow();
        String text = (largest.having() == 0 ? "none" : Words.count(largest.having())) + " of the "
                + Words.count(largest.exposures()) + " exposures from " + time(largest.from()) + " to "
                + time(largest.to()) + (largest.having() <= 1 ? " has " : " have ") + largest.what()
                + ", where at least " + Words.count((long) largest.expected()) + " would be expected to"
                + (found.size() > 1 ? "; " + Words.count(found.size()) + " such stretches" : "");
        Finding lost = Finding.of(FindingCode.J22, exposures, requests, "exposures", text);
        return lost.with(lost.severity() == Severity.INFO ? Severity.WARN : Severity.FAIL);
    }

    private static String time(long hour) {
        return Instant.ofEpochSecond(hour * 3600).toString();
    }
}
