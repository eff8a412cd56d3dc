package io.github.recsyseval.sample.world;

import java.util.ArrayList;
import java.util.List;

/**
 * A small shop over some days. Sessions come in order of their start; each request in them is a function of the seed and its number alone.
 */
public final class World {
    /** Requests of one user are at least this far apart. */
    public static final long SHORTEST_GAP_MS = 4_000;

    private static final long LONGEST_GAP_MS = 1_200_000;
    private static final double ANOTHER_REQUEST = 0.62;
    private static final int LONGEST_SESSION = 12;

    /** The serving policy picks one of four candidates for each place with these chances (in thousandths); the policy under study is fair. */
    private static final int[] LOGGING = {400, 300, 200, 100};

    private static final int TARGET = 250;

    private final long seed;
    private final long requests;
    private final DailyRhythm rhythm;
    private final Population population;
    private final Catalogue catalogue;
    private final ClickModel clicks;
    private final Die sessionSize;
    private final Die sessionStart;
    private final Die gap;
    private final Die surface;
    private final Die length;
    private final Die failure;
    private final Die latency;
    private final Die candidate;
    private final Die demand;

    /**
     * A world that follows from its seed.
     *
     * @param requests how many requests the world has; the faults may add to them
     * @param startMs  first moment, in milliseconds since 1970
     */
    public World(long seed, long requests, long startMs, int days) {
        this.seed = seed;
        this.requests = requests;
        rhythm = new DailyRhythm(startMs, days);
        population = new Population(seed, requests);
        catalogue = new Catalogue(seed);
        clicks = new ClickModel(seed, catalogue);
        sessionSize = new Die(seed, "session size");
        sessionStart = new Die(seed, "session start");
        gap = new Die(seed, "gap");
        surface = new Die(seed, "surface");
        length = new Die(seed, "list length");
        failure = new Die(seed, "failure");
        latency = new Die(seed, "latency");
        candidate = new Die(seed, "candidate");
        demand = new Die(seed, "demand");
    }

    public long seed() {
        return seed;
    }

    public long requests() {
        return requests;
    }

    public Ids ids() {
        return new Ids(seed);
    }

    public long startMs() {
        return rhythm.startMs();
    }

    /** The first moment after the days of the sample; late outcomes may lie behind it. */
    public long endMs() {
        return rhythm.endMs();
    }

    /** The session that begins with the request {@code first}. Sessions start in the order of their numbers. */
    public Session session(long number, long first) {
        long size = Math.min(requests - first, size(number));
        double share = (first + size * sessionStart.uniform(number)) / requests;
        User user = population.ofSession(number);
        List<Visit> visits = new ArrayList<>();
        long atMs = rhythm.at(share);
        for (long request = first; request < first + size; request++) {
            visits.add(visit(request, user, atMs));
            atMs += SHORTEST_GAP_MS + Math.min(LONGEST_GAP_MS, (long) gap.logNormal(35_000, 0.9, request, 0));
        }
        return new Session(visits);
    }

    private long size(long session) {
        double more = StrictMath.log(1 - sessionSize.uniform(session)) / StrictMath.log(ANOTHER_REQUEST);
        return 1 + Math.min(LONGEST_SESSION - 1, (long) more);
    }

    /** One request of the user: list, latency and reactions follow from its number. */
    public Visit visit(long number, User user, long atMs) {
        Surface shownOn = Surface.at(surface.uniform(number));
        boolean failed = failure.uniform(number, 0) < 0.006;
        boolean noList = failed
                ? failure.uniform(number, 1) < 0.7
                : shownOn == Surface.SEARCH && failure.uniform(number, 2) < 0.003;
        List<Shown> list = noList ? List.of() : list(number, shownOn);
        Visit visit = new Visit(
                number,
                user,
                atMs,
                shownOn,
                modelVersion(atMs),
                list,
                latencyTenths(number, shownOn),
                failed,
                List.of());
        return visit.withReactions(clicks.react(visit));
    }

    /** Ten items; a fifth of the searches find fewer. */
    public List<Shown> list(long number, Surface shownOn) {
        boolean few = shownOn == Surface.SEARCH && length.uniform(number, 0) < 0.2;
        int places = few ? 1 + length.below(9, number, 1) : Catalogue.SHELVES;
        int firstShelf = length.below(Catalogue.SHELVES, number, 2);
        List<Shown> list = new ArrayList<>();
        for (int place = 0; place < places; place++) {
            int shelf = (firstShelf + place) % Catalogue.SHELVES;
            int choice = choice(candidate.below(1000, number, place));
            // each of the four candidates of a place is another draw of the demand
            int item = catalogue.item(shelf, demand.uniform(number, place * 4L + choice));
            list.add(new Shown(item, LOGGING[choice], TARGET));
        }
        return list;
    }

    private static int choice(int thousandth) {
        int sum = 0;
        for (int i = 0; i < LOGGING.length - 1; i++) {
            sum += LOGGING[i];
            if (thousandth < sum) {
                return i;
            }
        }
        return LOGGING.length - 1;
    }

    private String modelVersion(long atMs) {
        long deploy = startMs() + (endMs() - startMs()) * 3 / 5;
        return atMs < deploy ? "m7" : "m8";
    }

    private long latencyTenths(long number, Surface shownOn) {
        double tail = latency.uniform(number, 9) < 0.005 ? 4 : 1;
        return Math.max(10, (long) (10 * tail * latency.logNormal(shownOn.medianLatencyMs(), 0.4, number, 0)));
    }
}
