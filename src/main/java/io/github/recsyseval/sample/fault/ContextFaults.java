package io.github.recsyseval.sample.fault;

import io.github.recsyseval.sample.log.LoggedExposure;
import io.github.recsyseval.sample.log.Part;
import io.github.recsyseval.sample.log.SessionLog;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Exposures that cannot be put into a slice. */
final class ContextFaults {
    private ContextFaults() {}

    static List<Fault> all() {
        return List.of(
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
                                changeContext(log, chance, (context, line) -> rename(context, "tenant_id", "tenant"))),
                new Fault(
                        "slice-id",
                        "J17",
                        "one code path writes the address of the page into surface, with an id in it",
                        "exposures",
                        "exposures whose surface holds an id",
                        Census.of(Base.EXPOSURES),
                        (log, chance) -> changeContext(
                                log,
                                chance,
                                (context, line) -> context.computeIfPresent(
                                        "surface", (key, surface) -> surface + "/" + line.requestId()))));
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
