package io.github.recsyseval.sample.fault;

import io.github.recsyseval.sample.log.LoggedOutcome;
import io.github.recsyseval.sample.log.Part;
import io.github.recsyseval.sample.log.SessionLog;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Outcomes that name their request wrongly or not at all. */
final class OutcomeIdFaults {
    private static final String ZERO_UUID = "00000000-0000-0000-0000-000000000000";

    private OutcomeIdFaults() {}

    static List<Fault> all() {
        return List.of(
                new Fault(
                        "id-twice",
                        "J01",
                        "the request id is generated twice, once for the API call and once more in the client, so outcomes carry an id that no list has",
                        "requests",
                        "outcomes under a second id while their list is logged under the first",
                        Census.unmatchedThoughLogged(),
                        OutcomeIdFaults::secondId),
                format(
                        "id-format",
                        "one side writes ids in capitals behind `req_`",
                        id -> "req_" + id.toUpperCase(Locale.ROOT)),
                format("id-dashes", "one side stores ids without the dashes of a UUID", id -> id.replace("-", "")),
                format("id-urn", "one side writes the URN form of a UUID", id -> "urn:uuid:" + id),
                new Fault(
                        "out-no-rid",
                        "J03",
                        "the client never got the id: the field is absent or empty, or holds `undefined`, `null` or the zero UUID",
                        "outcomes",
                        "outcomes whose request_id is absent, empty or a placeholder",
                        Census.of(Base.PARSED_OUTCOMES),
                        OutcomeIdFaults::noId));
    }

    private static void secondId(SessionLog log, Chance chance) {
        log.changeOutcomes(outcome -> intact(outcome) && chance.hits(outcome.visit())
                ? outcome.withRequestId(chance.world().ids().request("second", outcome.visit()))
                        .marked(chance.mark(Part.REQUEST_ID))
                : outcome);
    }

    private static Fault format(String name, String imitates, UnaryOperator<String> rewrite) {
        return new Fault(
                name,
                "J02",
                imitates,
                "requests",
                "outcomes whose id differs only in form from that of their list",
                Census.unmatchedThoughLogged(),
                (log, chance) -> log.changeOutcomes(outcome -> intact(outcome) && chance.hits(outcome.visit())
                        ? outcome.withRequestId(rewrite.apply(outcome.servedId()))
                                .marked(chance.mark(Part.REQUEST_ID))
                        : outcome));
    }

    private static void noId(SessionLog log, Chance chance) {
        log.changeOutcomes(outcome -> {
            if (!intact(outcome) || !chance.hits(outcome.key())) {
                return outcome;
            }
            String form = chance.oneOf(outcome.key(), "absent", "empty", "undefined", "null", "zero-uuid");
            return outcome.withRequestId(placeholder(form)).marked(chance.mark(Part.REQUEST_ID, form));
        });
    }

    private static @Nullable String placeholder(String form) {
        return switch (form) {
            case "absent" -> null;
            case "empty" -> "";
            case "zero-uuid" -> ZERO_UUID;
            default -> form;
        };
    }

    private static boolean intact(LoggedOutcome outcome) {
        return !outcome.touched(Part.REQUEST_ID);
    }
}
