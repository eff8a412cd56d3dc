package io.github.recsyseval.experiment;

import io.github.recsyseval.metric.UserGrouping;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Puts users into arms while others look on.
 *
 * @param users what puts them there
 */
record WatchedUsers(ArmUsers users, List<UserWatch> watches) implements UserGrouping {
    @Override
    public int[] breakdowns() {
        return IntStream.concat(
                        Arrays.stream(users.breakdowns()),
                        watches.stream().flatMapToInt(watch -> Arrays.stream(watch.breakdowns())))
                .distinct()
                .toArray();
    }

    @Override
    public void group(UserRows rows, int[] groups) {
        users.group(rows, groups);
        watches.forEach(watch -> watch.see(rows, groups));
    }
}
