package io.github.recsyseval.diagnosis;

import io.github.recsyseval.join.HashFilter;
import io.github.recsyseval.join.OutcomeIndex;
import io.github.recsyseval.join.RowsByKey;
import java.util.Arrays;
import java.util.stream.LongStream;

/** The users with at least twenty clicks: only they can be robots by the measure of {@link Bots}. */
public final class HeavyUsers {
    static final int FEWEST_CLICKS = 20;

    private final long[] users;
    private final HashFilter filter;

    private HeavyUsers(long[] users) {
        this.users = users;
        filter = HashFilter.forCount(users.length);
        for (long user : users) {
            filter.add(user);
        }
    }

    /** Among all valid outcomes. */
    public static HeavyUsers of(OutcomeIndex outcomes) {
        LongStream.Builder heavy = LongStream.builder();
        RowsByKey.visit(outcomes.size(), outcomes::user, outcomes::isClick, (order, from, to) -> {
            if (to - from >= FEWEST_CLICKS) {
                heavy.add(outcomes.user(order[from]));
            }
        });
        return new HeavyUsers(heavy.build().sorted().toArray());
    }

    int size() {
        return users.length;
    }

    /** The user's number, or a negative one. */
    int number(long user) {
        return filter.mayContain(user) ? Arrays.binarySearch(users, user) : -1;
    }
}
