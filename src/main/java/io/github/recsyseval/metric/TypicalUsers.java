package io.github.recsyseval.metric;

import io.github.recsyseval.join.RobotRule;
import io.github.recsyseval.stat.OrderedValues;
import io.github.recsyseval.stat.RatioMoments;
import io.github.recsyseval.stat.ValueCounts;

/**
 * The sums over all users but those who are unlike the others: robots by {@link RobotRule}, and heavy users, who have more exposures
 * than 99 of 100 users do. Whether a figure rests on a few of them is seen by leaving them out.
 */
public final class TypicalUsers {
    /** Heavy users have more exposures than this share of users. */
    private static final double MOST = 0.99;

    /** The rule of heavy users in words; the number is {@link Group#threshold}. */
    public static final String HEAVY = "users with more exposures than 99 % of all users";

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
        Exposures exposures = new Exposures();
        // Few are left out, so they are taken from the total instead of adding up all the others.
        Others withoutRobots = new Others(total);
        ledger.visitUsers(0, (user, sums, counted) -> {
            exposures.add(counted[at]);
            if (robots.isRobot(sums[at], counted[at])) {
                withoutRobots.leave(counted[at], sums, counted);
            }
        });
        long most = exposures.quantile();
        Others withoutHeavy = new Others(total);
        ledger.visitUsers(most, (user, sums, counted) -> {
            if (counted[at] > most) {
                withoutHeavy.leave(counted[at], sums, counted);
            }
        });
        return new Groups(withoutRobots.group(robots.mostClicks()), withoutHeavy.group(most));
    }

    /** How many exposures each user has. */
    private static final class Exposures {
        private final ValueCounts counts = new ValueCounts();

        void add(long count) {
            counts.add(count);
        }

        long quantile() {
            OrderedValues ofUsers = counts.ordered();
            return ofUsers.count() == 0 ? 0 : (long) ofUsers.quantile(MOST);
        }
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
