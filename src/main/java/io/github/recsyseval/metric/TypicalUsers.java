package io.github.recsyseval.metric;

import io.github.recsyseval.join.RobotRule;
import io.github.recsyseval.stat.RatioMoments;

/**
 * The sums over all users but those who are unlike the others: robots by {@link RobotRule}, and {@link HeavyUsers}. Whether a figure
 * rests on a few of them is seen by leaving them out.
 */
public final class TypicalUsers {
    /**
     * Users who are left out, and what the others add up to.
     *
     * @param left how many users are left out
     * @param requests of these users
     * @param threshold clicks on each exposure, or exposures, that are just not too many
     * @param sums over the other users; without latencies
     */
    public record Group(long left, long requests, double threshold, SliceSums sums) {}

    /** Without robots and without heavy users. */
    public record Groups(Group robots, Group heavy) {}

    private TypicalUsers() {}

    /**
     * Leaves out either group.
     *
     * @param total the sums over all users
     * @param clicks the metric that counts clicks per exposure
     */
    public static Groups of(LedgerSums ledger, SliceSums total, MetricPlan plan, RequestMetric clicks) {
        int at = plan.metrics().indexOf(clicks);
        RatioMoments allClicks = total.moments(at);
        RobotRule robots = RobotRule.of(allClicks.numerator(), allClicks.denominator());
        HeavyUsers heavy = new HeavyUsers();
        // Few are left out, so they are taken from the total instead of adding up all the others.
        Others withoutRobots = new Others(total);
        ledger.visitUsers(0, (user, sums, counted) -> {
            heavy.add(counted[at]);
            if (robots.isRobot(sums[at], counted[at])) {
                withoutRobots.leave(counted[at], sums, counted);
            }
        });
        long most = heavy.most();
        Others withoutHeavy = new Others(total);
        ledger.visitUsers(most, (user, sums, counted) -> {
            if (counted[at] > most) {
                withoutHeavy.leave(counted[at], sums, counted);
            }
        });
        return new Groups(withoutRobots.group(robots.mostClicks()), withoutHeavy.group(most));
    }

    private static final class Others {
        private final SliceSums sums;
        private long left;
        private long requests;

        Others(SliceSums total) {
            sums = total.withoutLatencies();
        }

        void leave(long exposures, double[] userSums, long[] counted) {
            left++;
            requests += exposures;
            sums.removeUser(exposures, userSums, counted);
        }

        Group group(double threshold) {
            return new Group(left, requests, threshold, sums);
        }
    }
}
