package io.github.recsyseval.metric;

import io.github.recsyseval.stat.GroupedMoments;
import io.github.recsyseval.stat.RatioMoments;
import java.util.Arrays;
import java.util.List;

/**
 * The rows of all ledgers, ordered by user, and their sums for the total and for every slice.
 *
 * <p>Within a user the rows stand in the order of their patterns' values, so a user's sum does not depend on the order of the
 * input; across users the sums are exact. Same rows, same bits. So the parts of the rows can be summed in any order, several at once.
 */
public final class LedgerSums {
    /** With fewer rows, starting threads costs more than they save. */
    private static final int FEW = 1 << 14;

    /** Of more groups every thread would need sums of its own, which costs more than it saves. */
    private static final int MANY_GROUPS = 1 << 10;

    private final MetricPlan plan;
    private final LedgerParts parts;
    private final int threads;
    private final RequestMetric[] metrics;

    /** @param threads how many threads may sum at once; the result is the same */
    LedgerSums(MetricPlan plan, LedgerParts parts, int threads) {
        this.plan = plan;
        this.parts = parts;
        this.threads = threads;
        metrics = plan.metrics().toArray(new RequestMetric[0]);
    }

    /**
     * Takes over the rows of the ledgers, which are emptied.
     *
     * @param threads how many threads may sum at once; the result is the same
     */
    public static LedgerSums of(MetricPlan plan, List<RequestLedger> ledgers, int threads) {
        long rows = ledgers.stream().mapToLong(RequestLedger::held).sum();
        int worthIt = rows < FEW ? 1 : threads;
        return new LedgerSums(plan, HeldParts.of(plan, ledgers, worthIt), worthIt);
    }

    /** Takes one user after the other, in the order of their hashes taken as unsigned numbers. */
    public interface UserVisitor {
        /**
         * One user's totals; the arrays are used again for the next one.
         *
         * @param sums of the numerators of each metric of the plan
         * @param counted how many of the user's requests count for each metric
         */
        void user(long user, double[] sums, long[] counted);
    }

    /** All users of all rows, each once. */
    public UserCursor users() {
        return new UserCursor(plan.width(), parts.count(), parts::load);
    }

    /** Visits all users of all rows, each once. */
    public void visitUsers(UserVisitor visitor) {
        visitUsers(0, visitor);
    }

    /** Visits the users with more than so many requests, each once. */
    public void visitUsers(long moreThan, UserVisitor visitor) {
        UserCursor users = users();
        while (users.next(moreThan)) {
            visitor.user(users.user(), users.sums(), users.counted());
        }
    }

    /**
     * Puts rows into groups, user by user, one after the other.
     *
     * @param groups how many groups there are
     */
    public RowGroups group(int groups, UserGrouping grouping) {
        return new RowGroups(
                groups,
                Cluster.USER,
                parts.keep(part -> RowGroups.numbers(parts.loadWithTimes(part, grouping.breakdowns()), grouping)));
    }

    /** Every group cut into groups of slices of a breakdown: those of number s in group g have the number g * slices.count() + s. */
    public RowGroups cut(RowGroups groups, int breakdown, SliceGroups slices) {
        return groups.cut(part -> slices.of(parts.slice(part, breakdown)), slices.count());
    }

    /** The groups without the users who have more than so many rows in them. */
    public RowGroups upTo(RowGroups groups, long most) {
        return groups.upTo(most, parts::load);
    }

    /** Takes one user of a group after the other, in the order of their hashes taken as unsigned numbers. */
    public interface GroupVisitor {
        /** As {@link UserVisitor#user}, of the user's rows in a group. */
        void user(long user, int group, double[] sums, long[] counted);
    }

    /** Visits the users of all groups, each once; a user's rows have to be in one group, or in none. */
    public void visitUsers(RowGroups groups, GroupVisitor visitor) {
        double[] sums = new double[plan.width()];
        long[] counted = new long[plan.width()];
        for (int part = 0; part < parts.count(); part++) {
            LedgerRows rows = parts.load(part);
            int[] numbers = groups.numbers(part);
            int[] members = GroupedRows.members(numbers);
            for (int at = 0; at < members.length; ) {
                long who = rows.user(members[at]);
                int group = numbers[members[at]];
                Arrays.fill(sums, 0);
                Arrays.fill(counted, 0);
                for (; at < members.length && rows.user(members[at]) == who; at++) {
                    add(rows.vector(members[at]), 1, sums, counted);
                }
                visitor.user(who, group, sums, counted);
            }
        }
    }

    /** Adds the numerators of so many requests to those of a user. */
    static void add(double[] vector, int times, double[] sums, long[] counted) {
        for (int i = 0; times > 0 && i < vector.length; i++) {
            double numerator = vector[i];
            if (!Double.isNaN(numerator)) {
                sums[i] += times * numerator;
                counted[i] += times;
            }
        }
    }

    /** The sums over all rows; they keep the latencies. */
    public SliceSums total() {
        return sums(RowGroups.all(parts), true).get(0);
    }

    /**
     * The sums of every slice of a breakdown, by slice number.
     *
     * @param slices how many slices the breakdown has
     */
    public List<SliceSums> slices(int breakdown, int slices) {
        return slices(breakdown, SliceGroups.each(slices));
    }

    /** The sums of every group of slices of a breakdown, by its number. */
    public List<SliceSums> slices(int breakdown, SliceGroups slices) {
        return sums(
                new RowGroups(slices.count(), Cluster.USER, part -> slices.of(parts.slice(part, breakdown))), false);
    }

    /**
     * How many rows every slice of a breakdown has, by slice number; far cheaper than their sums.
     *
     * @param slices how many slices the breakdown has
     */
    public long[] requests(int breakdown, int slices) {
        long[] requests = new long[slices];
        for (int part = 0; part < parts.count(); part++) {
            for (int slice : parts.slice(part, breakdown)) {
                requests[slice]++;
            }
        }
        return requests;
    }

    /** The sums of every group, by its number. */
    public List<SliceSums> sums(RowGroups groups) {
        return sums(groups, false);
    }

    private List<SliceSums> sums(RowGroups groups, boolean keepLatencies) {
        UserSums all = parts.sum(
                threads(groups.count()),
                () -> new UserSums(metrics, groups),
                (sums, part) -> sums.add(parts.load(part), GroupedRows.of(groups, part)),
                UserSums::add);
        List<SliceSums> sums = all.sums();
        if (keepLatencies) {
            sums.forEach(SliceSums::keepLatencies);
        }
        new GroupLatencies(parts, groups, all.latencies(), threads(groups.count())).fill(sums);
        return sums;
    }

    /**
     * The moments of one metric in every slice of a breakdown, by slice number; for breakdowns of which nothing else is wanted.
     *
     * @param slices how many slices the breakdown has
     */
    public List<RatioMoments> moments(int breakdown, int slices, int metric) {
        GroupedMoments all = parts.sum(
                threads(slices),
                GroupedMoments::new,
                (moments, part) -> add(moments, parts.load(part), parts.slice(part, breakdown), metric),
                GroupedMoments::add);
        return all.moments(slices);
    }

    private static void add(GroupedMoments moments, LedgerRows rows, int[] slice, int metric) {
        for (int row = 0; row < rows.size(); ) {
            for (int end = rows.endOfUser(row); row < end; row++) {
                double numerator = rows.vector(row)[metric];
                if (!Double.isNaN(numerator)) {
                    moments.add(slice[row], numerator);
                }
            }
            moments.endCluster();
        }
    }

    private int threads(int groups) {
        return groups > MANY_GROUPS ? 1 : threads;
    }
}
