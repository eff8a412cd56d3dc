package io.github.recsyseval.diagnosis;

import io.github.recsyseval.join.OutcomeClass;
import io.github.recsyseval.join.OutcomeIndex;
import java.util.Arrays;
import java.util.stream.IntStream;

/** The sampled exposures in an order in which those of a user stand together, by time and then by request. */
final class SampledUsers {
    private final SampledExposures exposures;
    private final int[] order;
    private final long[] users;

    SampledUsers(SampledExposures exposures) {
        this.exposures = exposures;
        order = IntStream.range(0, exposures.size())
                .boxed()
                .sorted((a, b) -> {
                    int byUser = Long.compare(exposures.user(a), exposures.user(b));
                    int byTime = byUser == 0 ? Long.compare(exposures.time(a), exposures.time(b)) : byUser;
                    return byTime == 0 ? Long.compare(exposures.request(a), exposures.request(b)) : byTime;
                })
                .mapToInt(row -> row)
                .toArray();
        users = Arrays.stream(order).mapToLong(exposures::user).toArray();
    }

    /** How many exposures there are. */
    int size() {
        return order.length;
    }

    /** The row, in the sample, of the exposure at a place of this order. */
    int row(int place) {
        return order[place];
    }

    long user(int place) {
        return users[place];
    }

    long time(int place) {
        return exposures.time(order[place]);
    }

    /** Whether two places hold lists of the same items. */
    boolean sameList(int place, int other) {
        return exposures.sameList(order[place], order[other]);
    }

    /** Whether two places hold lists on one surface, or both name none. */
    boolean sameSurface(int place, int other) {
        return exposures.sameSurface(order[place], order[other]);
    }

    /** Where a user's exposures start; {@link #size()} or the place of another user when there are none. */
    int start(long user) {
        int low = 0;
        int high = users.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (users[middle] < user) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /** The rows of the sampled outcomes that have a class, of users whose exposures are sampled, too. */
    static int[] rows(Evidence evidence, SampledExposures exposures, OutcomeClass is) {
        OutcomeIndex outcomes = evidence.outcomes();
        SampledOutcomes sampled = evidence.watchedOutcomes().sample();
        return IntStream.range(0, outcomes.size())
                .filter(row -> outcomes.outcomeClass(row) == is
                        && exposures.takes(outcomes.user(row))
                        && sampled.find(outcomes.source(row)) >= 0)
                .toArray();
    }
}
