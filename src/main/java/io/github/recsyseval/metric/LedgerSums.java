package io.github.recsyseval.metric;

import io.github.recsyseval.join.RowOrder;
import io.github.recsyseval.stat.GroupedMoments;
import io.github.recsyseval.stat.OrderedValues;
import io.github.recsyseval.stat.RatioMoments;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/**
 * The rows of all ledgers, ordered by user, and their sums for the total and for every slice.
 *
 * <p>Within a user the rows stand in the order of their patterns' values, so a user's sum does not depend on the order of the
 * input; across users the sums are exact. Same rows, same bits.
 */
public sealed class LedgerSums permits SpilledSums {
    /** With fewer rows, starting threads costs more than they save. */
    private static final int FEW = 1 << 14;

    private final MetricPlan plan;
    private final LedgerRows rows;
    private final int threads;
    private final int[] inOrder;
    private final RequestMetric[] metrics;

    LedgerSums(MetricPlan plan, LedgerRows rows, int threads) {
        this.plan = plan;
        this.rows = rows;
        this.threads = threads;
        metrics = plan.metrics().toArray(new RequestMetric[0]);
        inOrder = IntStream.range(0, rows.size()).toArray();
    }

    /** Sums of rows that are not held in the heap. */
    LedgerSums(MetricPlan plan, int threads) {
        this.plan = plan;
        this.threads = threads;
        rows = LedgerRows.NONE;
        metrics = plan.metrics().toArray(new RequestMetric[0]);
        inOrder = new int[0];
    }

    /**
     * Takes over the rows of the ledgers, which are emptied.
     *
     * @param threads how many threads may sum at once; the result is the same
     */
    public static LedgerSums of(MetricPlan plan, List<RequestLedger> ledgers, int threads) {
        long rows = ledgers.stream()
                .flatMap(ledger -> ledger.blocks.stream())
                .mapToLong(block -> block.size)
                .sum();
        int worthIt = rows < FEW ? 1 : threads;
        return new LedgerSums(plan, LedgerRows.of(plan, ledgers, worthIt), worthIt);
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
        return new UserCursor(plan.width(), 1, part -> rows);
    }

    /** Visits all users of all rows, each once. */
    public final void visitUsers(UserVisitor visitor) {
        visitUsers(0, visitor);
    }

    /** Visits the users with more than so many requests, each once. */
    public final void visitUsers(long moreThan, UserVisitor visitor) {
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
        int[] numbers = RowGroups.numbers(rows, grouping);
        return new RowGroups(groups, Cluster.USER, part -> numbers);
    }

    /** Every group cut into the slices of a breakdown: slice s of group g has the number g * slices + s. */
    public RowGroups cut(RowGroups groups, int breakdown, int slices) {
        return groups.cut(part -> rows.slice(breakdown), slices);
    }

    /** The sums of every group, by its number. */
    public List<SliceSums> sums(RowGroups groups) {
        int[] numbers = groups.numbers(0);
        return sums(members(numbers), numbers, groups.count(), groups.cluster());
    }

    /** Visits the users of all groups, each once; a user's rows have to be in one group, or in none. */
    public void visitUsers(RowGroups groups, GroupVisitor visitor) {
        visitUsers(groups.numbers(0), visitor);
    }

    /** The rows that are in a group, in the order of all rows. */
    static int[] members(int[] numbers) {
        return IntStream.range(0, numbers.length)
                .filter(row -> numbers[row] != RowGroups.NONE)
                .toArray();
    }

    final void visitUsers(int[] numbers, GroupVisitor visitor) {
        double[] sums = new double[plan.width()];
        long[] counted = new long[plan.width()];
        int[] members = members(numbers);
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

    /** Takes one user of a group after the other, in the order of their hashes taken as unsigned numbers. */
    public interface GroupVisitor {
        /** As {@link UserVisitor#user}, of the user's rows in a group. */
        void user(long user, int group, double[] sums, long[] counted);
    }

    /** The sums over the rows of some slices of a breakdown together; a user who is in several of them counts once. */
    public SliceSums union(int breakdown, boolean[] slices) {
        int[] slice = rows.slice(breakdown);
        int[] part = Arrays.stream(inOrder).filter(row -> slices[slice[row]]).toArray();
        SliceSums sums = usersOf(part, 0, part.length);
        latency(part, 0, part.length, sums, Cluster.USER);
        return sums;
    }

    /** The sums over all rows. */
    public SliceSums total() {
        int[] bounds = new int[threads + 1];
        for (int part = 1; part <= threads; part++) {
            bounds[part] = rows.startOfUser((int) ((long) rows.size() * part / threads), bounds[part - 1]);
        }
        // The latencies, which cannot be split, are the first part.
        List<SliceSums> parts = Parallel.map(threads + 1, threads, part -> {
            if (part > 0) {
                return usersOf(inOrder, bounds[part - 1], bounds[part]);
            }
            SliceSums latencies = new SliceSums(metrics);
            latencies.keepLatencies();
            latency(inOrder, 0, rows.size(), latencies, Cluster.USER);
            return latencies;
        });
        SliceSums total = parts.get(0);
        parts.subList(1, parts.size()).forEach(total::add);
        return total;
    }

    /**
     * The sums of every slice of a breakdown, by slice number.
     *
     * @param slices how many slices the breakdown has
     */
    public List<SliceSums> slices(int breakdown, int slices) {
        return sums(inOrder, rows.slice(breakdown), slices, Cluster.USER);
    }

    /**
     * The moments of one metric in every slice of a breakdown, by slice number; for breakdowns of which nothing else is wanted.
     *
     * @param slices how many slices the breakdown has
     */
    public List<RatioMoments> moments(int breakdown, int slices, int metric) {
        return grouped(breakdown, metric).moments(slices);
    }

    /** The moments of one metric by slice. */
    final GroupedMoments grouped(int breakdown, int metric) {
        GroupedMoments moments = new GroupedMoments();
        int[] slice = rows.slice(breakdown);
        for (int row = 0; row < rows.size(); ) {
            long who = rows.user(row);
            for (; row < rows.size() && rows.user(row) == who; row++) {
                double numerator = rows.vector(row)[metric];
                if (!Double.isNaN(numerator)) {
                    moments.add(slice[row], numerator);
                }
            }
            moments.endCluster();
        }
        return moments;
    }

    private List<SliceSums> sums(int[] members, int[] column, int slices, Cluster cluster) {
        int[] starts = new int[slices + 1];
        int[] grouped = RowOrder.grouped(members, column, starts);
        IntFunction<SliceSums> slice = number -> {
            SliceSums sums = withoutLatency(grouped, starts[number], starts[number + 1], cluster);
            latency(grouped, starts[number], starts[number + 1], sums, cluster);
            return sums;
        };
        return Parallel.map(slices, threads, slice);
    }

    /** Sums rows {@code [from, to)} of an order in which the rows of a user stand together, but for the latencies. */
    private SliceSums usersOf(int[] order, int from, int to) {
        SliceSums slice = new SliceSums(metrics);
        double[] sums = new double[plan.width()];
        long[] counted = new long[plan.width()];
        for (int start = from; start < to; ) {
            long who = rows.user(order[start]);
            int blanks = 0;
            int end = start;
            for (; end < to && rows.user(order[end]) == who; end++) {
                if (rows.isBlank(order[end])) {
                    blanks++;
                } else {
                    add(rows.vector(order[end]), 1, sums, counted);
                }
            }
            if (blanks == end - start) {
                slice.addBlankUser(blanks, rows.blank());
            } else {
                add(rows.blank(), blanks, sums, counted);
                slice.addUser(end - start, sums, counted);
                Arrays.fill(sums, 0);
                Arrays.fill(counted, 0);
            }
            start = end;
        }
        slice.endBlankUsers(rows.blank());
        return slice;
    }

    /** The same with users in groups that count as one. */
    private SliceSums groupsOf(int[] order, int from, int to) {
        SliceSums slice = new SliceSums(metrics);
        double[] sums = new double[plan.width()];
        long[] counted = new long[plan.width()];
        for (int start = from; start < to; ) {
            long who = rows.user(order[start]);
            int end = start;
            for (; end < to && rows.user(order[end]) == who; end++) {
                add(rows.vector(order[end]), 1, sums, counted);
            }
            slice.addToGroup(end - start, sums, counted);
            Arrays.fill(sums, 0);
            Arrays.fill(counted, 0);
            if (end == to || Cluster.USER_GROUP.of(rows.user(order[end])) != Cluster.USER_GROUP.of(who)) {
                slice.endGroup();
            }
            start = end;
        }
        return slice;
    }

    static void add(double[] vector, int times, double[] sums, long[] counted) {
        for (int i = 0; times > 0 && i < vector.length; i++) {
            double numerator = vector[i];
            if (!Double.isNaN(numerator)) {
                sums[i] += times * numerator;
                counted[i] += times;
            }
        }
    }

    private void latency(int[] order, int from, int to, SliceSums sums, Cluster cluster) {
        double[] values = new double[to - from];
        int count = 0;
        for (int i = from; i < to; i++) {
            double value = rows.latency(order[i]);
            if (!Double.isNaN(value)) {
                values[count++] = value;
            }
        }
        sums.latency(OrderedValues.of(values, count), limits -> belowOrAt(order, from, to, limits, cluster));
    }

    /** For each limit: of each cluster's requests with a latency, how many are at most that. */
    final List<RatioMoments> belowOrAt(int[] order, int from, int to, double[] limits, Cluster cluster) {
        List<RatioMoments> moments = new ArrayList<>();
        for (int i = 0; i < limits.length; i++) {
            moments.add(new RatioMoments());
        }
        int[] below = new int[limits.length];
        for (int start = from; start < to; ) {
            long which = cluster.of(rows.user(order[start]));
            int logged = 0;
            int end = start;
            for (; end < to && cluster.of(rows.user(order[end])) == which; end++) {
                double value = rows.latency(order[end]);
                logged += Double.isNaN(value) ? 0 : 1;
                for (int i = 0; i < limits.length; i++) {
                    below[i] += value <= limits[i] ? 1 : 0;
                }
            }
            long users = cluster == Cluster.USER ? 1 : users(order, start, end);
            for (int i = 0; logged > 0 && i < limits.length; i++) {
                moments.get(i).addGroup(below[i], logged, users);
                below[i] = 0;
            }
            start = end;
        }
        return moments;
    }

    private long users(int[] order, int from, int to) {
        return IntStream.range(from, to)
                .filter(i -> i == from || rows.user(order[i]) != rows.user(order[i - 1]))
                .count();
    }

    /** Sums rows {@code [from, to)} as {@link #slices} does, but for the latencies. */
    final SliceSums withoutLatency(int[] order, int from, int to, Cluster cluster) {
        return cluster == Cluster.USER ? usersOf(order, from, to) : groupsOf(order, from, to);
    }

    /** How many of the rows have a latency. */
    final long latencies(int[] order, int from, int to) {
        return Arrays.stream(order, from, to)
                .filter(row -> !Double.isNaN(rows.latency(row)))
                .count();
    }
}
