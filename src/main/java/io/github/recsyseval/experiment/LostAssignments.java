package io.github.recsyseval.experiment;

import io.github.recsyseval.metric.UserGrouping.UserRows;
import io.github.recsyseval.stat.RatioMoments;
import java.util.List;
import java.util.stream.Stream;

/**
 * Counts, by arm and clustered by user, the exposures of users in the experiment that have no assignment of their own. The figures of the
 * arm lack them. What a user saw before the first exposure in the experiment does not count: then the user was not in it.
 */
final class LostAssignments implements UserWatch {
    private final List<RatioMoments> lost;
    private final List<RatioMoments> perUser;

    /** @param arms how many there are */
    LostAssignments(int arms) {
        lost = moments(arms);
        perUser = moments(arms);
    }

    static List<RatioMoments> moments(int arms) {
        return Stream.generate(RatioMoments::new).limit(arms).toList();
    }

    @Override
    public int[] breakdowns() {
        return new int[0];
    }

    @Override
    public void see(UserRows rows, int[] arms) {
        int arm = Arms.NONE;
        int analysed = 0;
        long first = Long.MAX_VALUE;
        for (int i = 0; i < rows.size(); i++) {
            if (arms[i] >= 0) {
                arm = arms[i];
                analysed++;
                first = Math.min(first, rows.time(i));
            }
        }
        if (analysed == 0) {
            return;
        }
        int without = 0;
        for (int i = 0; analysed < rows.size() && i < rows.size(); i++) {
            without += arms[i] < 0 && rows.time(i) >= first ? 1 : 0;
        }
        // The first one has an assignment by definition, and says nothing about the others.
        int later = analysed - 1 + without;
        if (later > 0) {
            lost.get(arm).add(without, later);
        }
        perUser.get(arm).add(analysed, 1);
    }

    /** Exposures without an assignment / exposures after a user's first one in the experiment, by arm. */
    List<RatioMoments> lost() {
        return lost;
    }

    /** Exposures that are analysed / users, by arm. */
    List<RatioMoments> perUser() {
        return perUser;
    }
}
