package io.github.recsyseval.diagnosis;

import io.github.recsyseval.join.OutcomeIndex;
import io.github.recsyseval.join.RobotRule;
import io.github.recsyseval.rows.HashFilter;
import io.github.recsyseval.rows.RowsByKey;
import java.util.Arrays;
import java.util.stream.LongStream;

/**
 * The users with at least {@value #FEWEST_CLICKS} clicks: only they can be robots by {@link RobotRule}, which asks for more than one click
 * on each of so many exposures. Known before the exposures are read, so that these are counted for few users.
 */
public final class FrequentClickers {
    static final int FEWEST_CLICKS = RobotRule.FEWEST_EXPOSURES;

    private final long[] users;
    private final HashFilter filter;

    private FrequentClickers(long[] users) {
        this.users = users;
        filter = HashFilter.forCount(users.length);
        for (long user : users) {
            filter.add(user);
        }
    }

    /** Among all valid outcomes. */
    public static FrequentClickers of(OutcomeIndex outcomes) {
        LongStream.Builder frequent = LongStream.builder();
        RowsByKey.visit(outcomes.size(), outcomes::user, outcomes::isClick, (order, from, to) -> {
            if (to - from >= FEWEST_CLICKS) {
                frequent.add(outcomes.user(order[from]));
            }
        });
        return new FrequentClickers(frequent.build().sorted().toArray());
    }

    int size() {
        return users.length;
    }

    /** The user's number, or a negative one. */
    int number(long user) {
        return filter.mayContain(user) ? Arrays.binarySearch(users, user) : -1;
    }
}
