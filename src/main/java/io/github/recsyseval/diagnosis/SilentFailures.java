package io.github.recsyseval.diagnosis;

import io.github.recsyseval.finding.FindingCode;
import io.github.recsyseval.finding.Severity;
import io.github.recsyseval.text.Counted;
import java.util.List;
import java.util.Optional;

/**
 * J18: empty lists that log no error. Share of the evaluated exposures. An empty list is legitimate where nothing can be recommended: it is
 * at most worth a look, unless something shows that requests failed. That is a latency that most of them share and hardly any other list
 * reaches, as of a timeout; or hours in which nearly all of them lie, while no request ever logs whether it failed, or while they take far
 * longer or shorter than other lists on their surface.
 */
final class SilentFailures implements Detector {
    /** An hour is bad with so many empty lists, and so many times the share that all hours have. */
    private static final long FEWEST_AN_HOUR = 10;

    private static final long TIMES_USUAL = 4;
    /** Empty lists cluster when the bad hours hold so much of them, and of all requests at most so much. */
    private static final double MOST_OF_EMPTY = 0.8;

    private static final double FEW_OF_ALL = 0.25;

    @Override
    public List<Finding> detect(Evidence evidence) {
        RequestWatch requests = evidence.requests();
        if (requests.silentEmpties == 0) {
            return List.of();
        }
        EmptyLatencies latencies = new EmptyLatencies(requests.lines.lines());
        Optional<String> sign = latencies.timeout().or(() -> outage(evidence, latencies));
        String text = Counted.of(requests.silentEmpties, "list is", "lists are") + " empty although no error is logged"
                + (sign.isEmpty() ? " (is nothing recommendable there, or do requests fail silently?), " : ", ")
                + Words.count(requests.loudEmpties) + " with error: true"
                + sign.map(what -> "; " + what).orElse("");
        Finding found = Finding.of(FindingCode.J18, requests.silentEmpties, requests.requests, "exposures", text);
        return List.of(sign.isEmpty() && found.severity() == Severity.FAIL ? found.with(Severity.WARN) : found);
    }

    private static Optional<String> outage(Evidence evidence, EmptyLatencies latencies) {
        boolean silent = evidence.tally().errorLogged() == 0;
        if (!silent && !latencies.differ()) {
            return Optional.empty();
        }
        RequestWatch requests = evidence.requests();
        if (requests.minutes.tooMany()) {
            return Optional.empty();
        }
        LongCounts hours = requests.hours();
        double usual = (double) requests.silentEmpties / requests.requests;
        long[] bad = new long[3];
        requests.emptyMinutes.coarser(RequestWatch.MINUTES_AN_HOUR).forEach((hour, empty) -> {
            if (empty >= FEWEST_AN_HOUR && empty >= TIMES_USUAL * usual * hours.get(hour)) {
                bad[0]++;
                bad[1] += empty;
                bad[2] += hours.get(hour);
            }
        });
        if (bad[1] < MOST_OF_EMPTY * requests.silentEmpties || bad[2] > FEW_OF_ALL * requests.requests) {
            return Optional.empty();
        }
        return Optional.of(Words.percent(bad[1], requests.silentEmpties) + " of them lie in "
                + Counted.of(bad[0], "hour") + " with " + Words.percent(bad[2], requests.requests)
                + " of the exposures, and "
                + (silent
                        ? "no exposure says whether its request failed"
                        : "they take far longer or shorter than other lists on their surface"));
    }
}
