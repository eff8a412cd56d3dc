package io.github.recsyseval.sample.fault;

import io.github.recsyseval.sample.log.LoggedExposure;
import io.github.recsyseval.sample.log.Part;
import io.github.recsyseval.sample.log.SessionLog;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Fields of an exposure that mean something else than they should, or are not there. */
final class FieldFaults {
    private FieldFaults() {}

    static List<Fault> all() {
        return List.of(
                new Fault(
                        "latency-mixed",
                        "J11",
                        "one of two services writes seconds into latency_ms",
                        "exposures",
                        "exposures whose latency is in seconds",
                        Census.exposuresThat(FieldFaults::belowOne),
                        FieldFaults::seconds),
                new Fault(
                        "slice-missing",
                        "J17",
                        "one code path forgets to name the surface",
                        "exposures",
                        "exposures without the context key surface",
                        Census.of(Base.EXPOSURES),
                        (log, chance) -> changeContext(log, chance, (context, line) -> context.remove("surface"))),
                new Fault(
                        "slice-alias",
                        "J17",
                        "one code path writes tenant where the others write tenant_id",
                        "exposures",
                        "exposures with the context key tenant instead of tenant_id",
                        Census.of(Base.EXPOSURES),
                        (log, chance) ->
                                changeContext(log, chance, (context, line) -> rename(context, "tenant_id", "tenant"))));
    }

    /** No server answers within a millisecond; a retry of a struck line states milliseconds again. */
    private static boolean belowOne(LoggedExposure line) {
        return new BigDecimal(line.latency()).compareTo(BigDecimal.ONE) < 0;
    }

    private static void seconds(SessionLog log, Chance chance) {
        log.changeExposures(line -> {
            long tenths = log.visit(line.visit()).latencyTenths();
            return !line.touched(Part.LATENCY) && chance.hits(line.key())
                    ? line.withLatency(String.format(Locale.ROOT, "%d.%04d", tenths / 10_000, tenths % 10_000))
                            .marked(chance.mark(Part.LATENCY))
                    : line;
        });
    }

    private interface ContextChange {
        void apply(Map<String, String> context, LoggedExposure line);
    }

    private static void changeContext(SessionLog log, Chance chance, ContextChange change) {
        log.changeExposures(line -> {
            if (!chance.hits(line.key())) {
                return line;
            }
            Map<String, String> context = new LinkedHashMap<>(line.context());
            change.apply(context, line);
            return line.withContext(context).marked(chance.mark(Part.CONTEXT));
        });
    }

    private static void rename(Map<String, String> context, String from, String to) {
        String value = context.remove(from);
        if (value != null) {
            context.put(to, value);
        }
    }
}
