package io.github.recsyseval.metric;

import io.github.recsyseval.join.RobotRule;
import io.github.recsyseval.stat.OrderedValues;
import io.github.recsyseval.stat.RatioMoments;
import java.util.Arrays;

/**
 * The sums over all users but those who are unlike the others: robots by {@link RobotRule}, and heavy users, who have more exposures
 * than 99 of 100 users do. Whether a figure rests on a few of them is seen by leaving them out.
 */
public final class TypicalUsers {
    /** Heavy users have more exposures than this share of users. */
    private static final double MOST = 0.99;

    /** The rule of heavy users in words; the number is {@link Group#threshold}. */
    public static final String HEAVY = "users with more exposures than 99 % of users have";

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
     * @param clicks the metric that counts clicks per exposure
     */
    public static Groups of(LedgerSums ledger, MetricPlan plan, RequestMetric clicks, RatioMoments allClicks) {
        int at = plan.metrics().indexOf(clicks);
        RobotRule robots = RobotRule.of(allClicks.numerator(), allClicks.denominator());
        double most = quantile(ledger, at);
        Collector withoutRobots = new Collector(plan);
        Collector withoutHeavy = new Collector(plan);
        ledger.visitUsers((user, sums, counted) -> {
            withoutRobots.take(robots.isRobot(sums[at], counted[at]), sums, counted, at);
            withoutHeavy.take(counted[at] > most, sums, counted, at);
        });
        return new Groups(withoutRobots.group(robots.mostClicks()), withoutHeavy.group(most));
    }

    private static double quantile(LedgerSums ledger, int at) {
        Exposures exposures = new Exposures();
        ledger.visitUsers((user, sums, counted) -> exposures.add(counted[at]));
        return exposures.size == 0
                ? 0
                : OrderedValues.of(exposures.ofUser, exposures.size).quantile(MOST);
    }

    /** How many exposures each user has. */
    private static final class Exposures {
        private double[] ofUser = new double[1024];
        private int size;

        void add(long count) {
            if (size == ofUser.length) {
                ofUser = Arrays.copyOf(ofUser, 2 * size);
            }
            ofUser[size++] = count;
        }
    }

    private static final class Collector {
        private final SliceSums others;
        private long left;
        private long requests;

        Collector(MetricPlan plan) {
            others = new SliceSums(plan.metrics().toArray(new RequestMetric[0]));
        }

        void take(boolean isLeft, double[] sums, long[] counted, int at) {
            if (isLeft) {
                left++;
                requests += counted[at];
            } else {
                others.addUser(counted[at], sums, counted);
            }
        }

        Group group(double threshold) {
            return new Group(left, requests, threshold, others);
        }
    }
}
