package io.github.recsyseval.sample.fault;

import io.github.recsyseval.sample.log.Booked;
import io.github.recsyseval.sample.log.LoggedOutcome;
import io.github.recsyseval.sample.log.Part;
import io.github.recsyseval.sample.log.SessionLog;
import io.github.recsyseval.sample.world.Reaction;
import io.github.recsyseval.sample.world.Shown;
import io.github.recsyseval.sample.world.User;
import io.github.recsyseval.sample.world.Visit;
import io.github.recsyseval.sample.world.World;
import java.util.ArrayList;
import java.util.List;

/** Clicks that no person made, or made once. */
final class TrafficFaults {
    /** Lines of repeated outcomes are numbered from here. */
    private static final int REPEATED = 32;

    private static final double REQUESTS_PER_BOT = 50;

    private TrafficFaults() {}

    static Fault bots() {
        return new Fault(
                "bots",
                "J19",
                "crawlers fetch lists and follow every link within milliseconds; each makes about 50 requests",
                "requests of people: so many requests of bots are added",
                "clicks of bots",
                Census.of(Base.JOINED_CLICKS),
                TrafficFaults::crawl);
    }

    private static void crawl(SessionLog log, Chance chance) {
        World world = chance.world();
        int bots = (int) Math.max(1, world.requests() * chance.rate() / REQUESTS_PER_BOT);
        for (Visit person : log.visits()) {
            if (chance.hits(person.number())) {
                int bot = chance.between(0, bots, person.number());
                User user = new User(
                        -1 - bot, world.ids().user("bot", bot), "acme", "web", "new", bot % 2 == 0 ? "A" : "B");
                Visit visit = world.visit(world.requests() + person.number(), user, person.atMs() + 1_700);
                log.add(visit.withReactions(everything(visit)));
            }
        }
        log.changeOutcomes(line -> log.user(line).number() < 0 ? line.marked(chance.mark(Part.EXTRA)) : line);
    }

    private static List<Reaction> everything(Visit visit) {
        List<Reaction> clicks = new ArrayList<>();
        for (Shown shown : visit.list()) {
            clicks.add(new Reaction(shown.itemId(), "click", visit.atMs() + 40 + 60L * clicks.size(), 0));
        }
        return clicks;
    }

    static Fault dupOutcome() {
        return new Fault(
                "dup-outcome",
                "J20",
                "two listeners are bound to one button: the event fires twice within a second",
                "outcomes",
                "outcomes that repeat the request, item and type of an earlier one",
                new Census(
                        Base.JOINED_OUTCOMES,
                        (books, line) -> line instanceof Booked.Outcome outcome && outcome.repeat()),
                TrafficFaults::fireTwice);
    }

    private static void fireTwice(SessionLog log, Chance chance) {
        for (LoggedOutcome line : List.copyOf(log.outcomes())) {
            if (chance.hits(line.key())) {
                log.add(line.again(line.line() + REPEATED, chance.between(30, 900, line.key()))
                        .marked(chance.mark(Part.EXTRA)));
            }
        }
    }
}
