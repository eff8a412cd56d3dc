package io.github.recsyseval.sample.fault;

import io.github.recsyseval.sample.log.HonestLogger;
import io.github.recsyseval.sample.log.LoggedExposure;
import io.github.recsyseval.sample.log.Part;
import io.github.recsyseval.sample.log.SessionLog;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;

/** Latencies that are not comparable with each other. */
final class LatencyFaults {
    private LatencyFaults() {}

    static List<Fault> all() {
        return List.of(
                new Fault(
                        "latency-mixed",
                        "J11",
                        "one of two services writes seconds into latency_ms",
                        "exposures",
                        "exposures whose latency is in seconds and below 1",
                        Census.exposuresThat(LatencyFaults::belowOne),
                        LatencyFaults::seconds),
                new Fault(
                        "latency-client",
                        "J11",
                        "the app measures on the device, 400 to 900 ms of network included; the web measures on the server",
                        "exposures on the app",
                        "exposures whose latency includes the network",
                        Census.of(Base.EXPOSURES),
                        LatencyFaults::onDevice));
    }

    private static boolean belowOne(LoggedExposure line) {
        return new BigDecimal(line.latency()).compareTo(BigDecimal.ONE) < 0;
    }

    private static void seconds(SessionLog log, Chance chance) {
        log.changeExposures(line -> {
            long tenths = log.visit(line.visit()).latencyTenths();
            String seconds = String.format(Locale.ROOT, "%d.%04d", tenths / 10_000, tenths % 10_000);
            return strikes(line, chance) ? line.withLatency(seconds).marked(chance.mark(Part.LATENCY)) : line;
        });
    }

    private static void onDevice(SessionLog log, Chance chance) {
        log.changeExposures(line -> {
            long tenths = log.visit(line.visit()).latencyTenths() + chance.between(4_000, 9_000, line.key());
            boolean onApp = log.user(line).platform().equals("app");
            return onApp && strikes(line, chance)
                    ? line.withLatency(HonestLogger.decimal(tenths, 10)).marked(chance.mark(Part.LATENCY))
                    : line;
        });
    }

    private static boolean strikes(LoggedExposure line, Chance chance) {
        return !line.touched(Part.LATENCY) && chance.hits(line.key());
    }
}
