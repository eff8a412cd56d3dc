package io.github.recsyseval.experiment;

import io.github.recsyseval.engine.JoinRun;
import io.github.recsyseval.engine.SliceColumns;
import io.github.recsyseval.metric.UserGrouping;
import io.github.recsyseval.metric.UserValues;
import io.github.recsyseval.slice.ContextNumber;
import java.util.stream.IntStream;

/**
 * A number that the context of exposures says about users, as covariate of CUPED. What counts is the value of a user's first exposure
 * in the experiment, which was logged before the user saw anything of it; later values may be changed by the experiment.
 */
final class ContextCovariate implements UserCovariates {
    private final UserValues values;
    private final double mean;
    private final long users;
    private final long known;
    private final long changing;

    private ContextCovariate(FirstValues found) {
        values = found.values;
        mean = found.mean();
        users = found.users;
        known = values.size();
        changing = found.changing;
    }

    /**
     * Collects the values.
     *
     * @param run which keeps the number of each request, and times
     */
    static ContextCovariate of(JoinRun run, Arms arms, Crossover crossover) {
        FirstValues found = new FirstValues(
                new ArmUsers(arms, crossover),
                run.columns(),
                new UserValues(run.memory().part(8), 1));
        run.sums().group(arms.count(), found);
        return new ContextCovariate(found);
    }

    @Override
    public Reader reader() {
        return new AlongUsers();
    }

    private final class AlongUsers implements Reader {
        private final UserValues.Reader along = values.reader();
        private boolean hasUser = along.next();
        private boolean found;

        @Override
        public void moveTo(long user) {
            while (hasUser && Long.compareUnsigned(along.user(), user) < 0) {
                hasUser = along.next();
            }
            found = hasUser && along.user() == user;
        }

        @Override
        public double of(int kpi) {
            return found ? along.value(0) - mean : Double.NaN;
        }
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
        private final UserValues values;
        long users;
        long changing;

        FirstValues(UserGrouping grouping, SliceColumns columns, UserValues values) {
            this.grouping = grouping;
            this.values = values;
            column = columns.covariateColumn();
        }

        @Override
        public int[] breakdowns() {
            return IntStream.concat(IntStream.of(grouping.breakdowns()), IntStream.of(column, column + 1))
                    .toArray();
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
            values.add(who, first);
            changing += several ? 1 : 0;
        }

        /** In the order of the users, which is the same for the same data; of equal values exactly that value. */
        double mean() {
            UserValues.Reader of = values.reader();
            double first = of.next() ? of.value(0) : 0;
            double excess = 0;
            while (of.next()) {
                excess += (of.value(0) - first) / values.size();
            }
            return first + excess;
        }
    }
}
