package io.github.recsyseval.evaluation;

import io.github.recsyseval.engine.JoinRun;
import io.github.recsyseval.mapping.MapTally;
import io.github.recsyseval.stat.NoInterval;
import io.github.recsyseval.text.PrintableText;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What is counted as one user: the user_id, or the fields of the log that a map takes for it.
 *
 * @param name those that served, in the order of preference
 * @param sessions records of which a session serves as user
 * @param records records that were rewritten
 * @param noInference why users cannot be told apart, so that no interval can be given; null when they can
 */
record Unit(
        String name, long sessions, long records, @Nullable NoInterval noInference) {
    private static final String USER = "user_id";

    /** Beyond this share of exposures whose user_id is their request_id, users cannot be told apart. */
    private static final double MAX_USER_IS_REQUEST = 0.2;

    static Unit of(JoinRun run) {
        MapTally mapping = run.exposures().mapping();
        Map<String, Long> served = mapping == null ? new TreeMap<>() : mapping.served(USER);
        if (mapping == null || served.isEmpty()) {
            return new Unit(USER, 0, 0, noInference(run));
        }
        long sessions = 0;
        for (Map.Entry<String, Long> source : served.entrySet()) {
            sessions += source.getKey().toLowerCase(Locale.ROOT).contains("session") ? source.getValue() : 0;
        }
        String name = PrintableText.text(String.join(" or ", served.keySet()), 200);
        return new Unit(name, sessions, mapping.mapped(), noInference(run));
    }

    private static @Nullable NoInterval noInference(JoinRun run) {
        return run.tally().userIsRequest() > MAX_USER_IS_REQUEST * run.tally().evaluated()
                ? new NoInterval("user_id equals request_id, so users cannot be told apart")
                : null;
    }

    /** What a reader should know of a unit that is no user. */
    Optional<String> warning() {
        return sessions == 0
                ? Optional.empty()
                : Optional.of(String.format(
                        Locale.ROOT,
                        "the unit is %s: in %,d of %,d exposures a session serves as user, so a user of several sessions"
                                + " counts several times and intervals may be too narrow",
                        name,
                        sessions,
                        records));
    }
}
