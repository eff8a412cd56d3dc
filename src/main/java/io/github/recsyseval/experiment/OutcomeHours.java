package io.github.recsyseval.experiment;

import io.github.recsyseval.join.OutcomeIndex;
import io.github.recsyseval.metric.UserGrouping.UserRows;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * In which hours (UTC) users of each arm had joined outcomes, each user counted once an hour. Of large logs a sample of the users is taken,
 * by their hashes.
 */
final class OutcomeHours implements UserWatch {
    /** Hours of all arms together; with more, time stamps are wrong. About 10 MB. */
    private static final int MOST_HOURS = 100_000;

    private static final long HOUR = 3_600_000_000L;

    private final List<Map<Long, Integer>> users;
    private final TimesByUser outcomes;
    private int kept;

    /** @param arms how many there are */
    OutcomeHours(int arms, OutcomeIndex all) {
        users = Stream.generate(() -> (Map<Long, Integer>) new HashMap<Long, Integer>())
                .limit(arms)
                .toList();
        outcomes = TimesByUser.of(all, row -> all.isInJoinRate(row) && all.isJoined(row));
    }

    @Override
    public int[] breakdowns() {
        return new int[0];
    }

    @Override
    public void see(UserRows rows, int[] arms) {
        int arm = Arms.NONE;
        for (int i = 0; i < rows.size() && arm < 0; i++) {
            arm = arms[i];
        }
        int from = outcomes.first(rows.user());
        if (arm < 0 || from < 0) {
            return;
        }
        int to = outcomes.end(from);
        for (int row = from; row < to && kept < MOST_HOURS; row++) {
            if (row == from || hour(row) != hour(row - 1)) {
                kept += users.get(arm).merge(hour(row), 1, Integer::sum) == 1 ? 1 : 0;
            }
        }
    }

    private long hour(int row) {
        return Math.floorDiv(outcomes.time(row), HOUR);
    }

    /** Users with an outcome, by the number of the hour since 1970. */
    Map<Long, Integer> users(int arm) {
        return users.get(arm);
    }

    /** One user in so many is in the sample; 1 where all are. */
    long oneIn() {
        return outcomes.oneIn();
    }

    /** Whether all hours are known. */
    boolean isComplete() {
        return kept < MOST_HOURS;
    }
}
