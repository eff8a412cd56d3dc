package io.github.recsyseval.sample.fault;

import io.github.recsyseval.sample.log.HonestLogger;
import io.github.recsyseval.sample.log.LoggedExposure;
import io.github.recsyseval.sample.log.Part;
import io.github.recsyseval.sample.log.SessionLog;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Failures that look like normal traffic. */
final class OutageFaults {
    private OutageFaults() {}

    static Fault emptyByError() {
        return new Fault(
                "empty-by-error",
                "J18",
                "the ranking service times out after 500 ms, an empty list is shown and error stays false",
                "requests with items",
                "exposures that are empty because of a timeout but claim no error",
                Census.exposuresThat(LoggedExposure::empty),
                OutageFaults::timeOut);
    }

    private static void timeOut(SessionLog log, Chance chance) {
        Set<Long> struck = new HashSet<>();
        log.changeExposures(line -> {
            if (line.empty() || line.error() || !chance.hits(line.visit())) {
                return line;
            }
            struck.add(line.visit());
            return empty(line, chance);
        });
        log.removeOutcomes(line -> struck.contains(line.visit()));
    }

    private static LoggedExposure empty(LoggedExposure line, Chance chance) {
        String latency = HonestLogger.decimal(5_000 + chance.between(0, 20, line.visit()), 10);
        return line.withItems(List.of())
                .withLatency(latency)
                .marked(chance.mark(Part.LIST))
                .marked(chance.mark(Part.LATENCY));
    }
}
