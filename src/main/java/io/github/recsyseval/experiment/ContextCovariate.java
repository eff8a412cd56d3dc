package io.github.recsyseval.experiment;

import io.github.recsyseval.engine.JoinRun;
import io.github.recsyseval.engine.SliceColumns;
import io.github.recsyseval.metric.UserGrouping;
import io.github.recsyseval.slice.ContextNumber;
import java.util.Arrays;

/**
 * A number that the context of exposures says about users, as covariate of CUPED. What counts is the value of a user's first exposure
 * in the experiment, which was logged before the user saw anything of it; later values may be changed by the experiment.
 *
 * <p>Memory: 16 bytes for each user.
 */
final class ContextCovariate implements UserCovariates {
    private final CovariateTable table;
    private final long users;
    private final long known;
    private final long changing;

    private ContextCovariate(FirstValues found) {
        double mean = found.mean();
        double[] centred = Arrays.stream(found.value, 0, found.size)
                .map(value -> value - mean)
                .toArray();
        table = new CovariateTable(found.user, found.size, new double[][] {centred});
        users = found.users;
        known = found.size;
        changing = found.changing;
    }

    /**
     * Collects the values.
     *
     * @param run which keeps the number of each request, and times
     * @throws ExperimentException for more users than can be kept
     */
    static ContextCovariate of(JoinRun run, Arms arms, Crossover crossover) {
        FirstValues found = new FirstValues(new ArmUsers(arms, crossover), run.columns());
        run.sums().group(arms.count(), found);
        return new ContextCovariate(found);
    }

    @Override
    public int find(long user) {
        return table.find(user);
    }

    @Override
    public double covariate(int kpi, int place) {
        return table.value(0, place);
    }

    /** How many users are analysed. */
    long users() {
        return users;
    }

    /** Of how many of them the value is known. */
    long known() {
        return known;
    }

    /** Of how many of those a later exposure says another value. */
    long changing() {
        return changing;
    }

    /** The value of the first exposure of each user. */
    private static final class FirstValues implements UserGrouping {
        private final UserGrouping grouping;
        private final int column;
        long[] user = new long[1024];
        double[] value = new double[1024];
        int size;
        long users;
        long changing;

        FirstValues(UserGrouping grouping, SliceColumns columns) {
            this.grouping = grouping;
            column = columns.covariateColumn();
        }

        @Override
        public void group(UserRows rows, int[] groups) {
            grouping.group(rows, groups);
            double first = Double.NaN;
            long firstTime = Long.MAX_VALUE;
            boolean several = false;
            boolean any = false;
            double seen = Double.NaN;
            for (int i = 0; i < rows.size(); i++) {
                if (groups[i] < 0) {
                    continue;
                }
                double number = ContextNumber.value(rows.slice(column, i), rows.slice(column + 1, i));
                several |= any && Double.compare(number, seen) != 0;
                seen = number;
                long time = rows.time(i);
                // of several at one moment the smallest, and none only if all have none: no order of lines may matter
                if (!any || time < firstTime || time == firstTime && Double.compare(number, first) < 0) {
                    first = number;
                    firstTime = time;
                }
                any = true;
            }
            if (any) {
                take(rows.user(), first, several);
            }
        }

        private void take(long who, double first, boolean several) {
            users++;
            if (Double.isNaN(first)) {
                return;
            }
            if (size == CovariateTable.MAX_USERS) {
                throw new ExperimentException("the covariate is known of more than "
                        + Amounts.count(CovariateTable.MAX_USERS) + " users; leave CUPED out");
            }
            if (size == user.length) {
                user = Arrays.copyOf(user, 2 * size);
                value = Arrays.copyOf(value, 2 * size);
            }
            user[size] = who;
            value[size++] = first;
            changing += several ? 1 : 0;
        }

        /** In the order of the users, which is the same for the same data; of equal values exactly that value. */
        double mean() {
            double excess = 0;
            for (int i = 1; i < size; i++) {
                excess += (value[i] - value[0]) / size;
            }
            return value[0] + excess;
        }
    }
}
