package io.github.recsyseval.sample.fault;

import io.github.recsyseval.sample.log.Booked;
import io.github.recsyseval.sample.log.Part;
import io.github.recsyseval.sample.log.SessionBooks;
import io.github.recsyseval.sample.log.SessionLog;

/** User ids that cannot serve. */
final class UserFaults {
    private UserFaults() {}

    static Fault userMismatch() {
        return new Fault(
                "user-mismatch",
                "J07",
                "the app hashes the user without the salt of the server, so its outcomes name another user than the lists",
                "users of the app",
                "outcomes whose user_id is not that of the exposure they join",
                new Census(Base.JOINED_OUTCOMES, UserFaults::mismatched),
                (log, chance) -> log.changeOutcomes(line -> {
                    long user = log.user(line).number();
                    boolean onApp = log.user(line).platform().equals("app");
                    return onApp && !line.touched(Part.USER_ID) && chance.hits(user)
                            ? line.withUserId(chance.world().ids().digest("app", user))
                                    .marked(chance.mark(Part.USER_ID))
                            : line;
                }));
    }

    private static boolean mismatched(SessionBooks books, Booked line) {
        return line instanceof Booked.Outcome outcome
                && outcome.exposure()
                        .filter(exposure ->
                                !exposure.userId().equals(outcome.line().userId()))
                        .isPresent();
    }

    static Fault userIsRequest() {
        return new Fault(
                "uid-is-rid",
                "J08",
                "no user is known, and the service writes the request id into user_id",
                "requests",
                "exposures whose user_id equals their request_id",
                Census.exposuresThat(line -> line.userId().equals(line.requestId())),
                UserFaults::requestAsUser);
    }

    private static void requestAsUser(SessionLog log, Chance chance) {
        log.changeExposures(line ->
                chance.hits(line.visit()) ? line.withUserId(line.requestId()).marked(chance.mark(Part.USER_ID)) : line);
        log.changeOutcomes(line ->
                chance.hits(line.visit()) ? line.withUserId(line.servedId()).marked(chance.mark(Part.USER_ID)) : line);
        log.changeAssignments(line ->
                chance.hits(line.visit()) ? line.withUserId(line.requestId()).marked(chance.mark(Part.USER_ID)) : line);
    }
}
