package io.github.recsyseval.sample.world;

import java.util.List;

/**
 * The users and how often each comes: six classes, each twice as active as the one before and about half as large. Half of the users come
 * about once, the most active 1.5 % about 38 times.
 */
final class Population {
    private static final double[] SHARE = {0.5, 0.25, 0.13, 0.07, 0.035, 0.015};
    private static final double REQUESTS_PER_WEIGHT = 1.2;
    private static final double REQUESTS_PER_USER = 3.744; // 1.2 x sum of share_c 2^c

    private static final List<String> TENANTS = List.of("acme", "nordic", "lumen");
    private static final List<String> SEGMENTS = List.of("new", "returning", "returning", "loyal", "prämie");

    private final long[] sizes = new long[SHARE.length];
    private final double totalWeight;
    private final Ids ids;
    private final Die choice;
    private final Die traits;

    Population(long seed, long requests) {
        double users = Math.max(1, requests / REQUESTS_PER_USER);
        double weight = 0;
        for (int c = 0; c < SHARE.length; c++) {
            sizes[c] = Math.max(1, (long) (users * SHARE[c] + 0.5));
            weight += sizes[c] * REQUESTS_PER_WEIGHT * (1 << c);
        }
        totalWeight = weight;
        ids = new Ids(seed);
        choice = new Die(seed, "user of session");
        traits = new Die(seed, "user traits");
    }

    /** The user of a session, drawn in proportion to activity. */
    User ofSession(long session) {
        double place = choice.uniform(session, 0) * totalWeight;
        long first = 0;
        for (int c = 0; c < SHARE.length - 1; c++) {
            double weight = sizes[c] * REQUESTS_PER_WEIGHT * (1 << c);
            if (place < weight) {
                return user(first + within(session, c));
            }
            place -= weight;
            first += sizes[c];
        }
        return user(first + within(session, SHARE.length - 1));
    }

    private long within(long session, int activity) {
        return (long) (choice.uniform(session, 1) * sizes[activity]);
    }

    User user(long number) {
        double place = traits.uniform(number, 0);
        String tenant = TENANTS.get(place < 0.55 ? 0 : place < 0.85 ? 1 : 2);
        String platform = traits.uniform(number, 1) < 0.45 ? "app" : "web";
        String segment = SEGMENTS.get(traits.below(SEGMENTS.size(), number, 2));
        String variant = traits.uniform(number, 3) < 0.5 ? "A" : "B";
        return new User(number, ids.user("shopper", number), tenant, platform, segment, variant);
    }
}
