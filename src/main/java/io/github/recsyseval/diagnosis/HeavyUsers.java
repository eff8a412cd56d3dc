package io.github.recsyseval.diagnosis;

import io.github.recsyseval.join.OutcomeIndex;
import java.util.Arrays;

/** The users with at least twenty clicks: only they can be robots by the measure of {@link Bots}. */
public final class HeavyUsers {
    static final int FEWEST_CLICKS = 20;

    private final long[] users;

    private HeavyUsers(long[] users) {
        this.users = users;
    }

    /** Among all valid outcomes. */
    public static HeavyUsers of(OutcomeIndex outcomes) {
        long[] clickers = new long[outcomes.size()];
        int size = 0;
        for (int row = 0; row < outcomes.size(); row++) {
            if (outcomes.isClick(row)) {
                clickers[size++] = outcomes.user(row);
            }
        }
        Arrays.sort(clickers, 0, size);
        int kept = 0;
        for (int from = 0; from < size; ) {
            int to = from;
            while (to < size && clickers[to] == clickers[from]) {
                to++;
            }
            long user = clickers[from];
            if (to - from >= FEWEST_CLICKS) {
                clickers[kept++] = user;
            }
            from = to;
        }
        return new HeavyUsers(Arrays.copyOf(clickers, kept));
    }

    int size() {
        return users.length;
    }

    /** The user's number, or a negative one. */
    int number(long user) {
        return users.length == 0 ? -1 : Arrays.binarySearch(users, user);
    }
}
