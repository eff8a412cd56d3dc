package io.github.recsyseval.diagnosis;

import io.github.recsyseval.join.OutcomeClass;
import io.github.recsyseval.join.OutcomeIndex;
import io.github.recsyseval.rows.RowOrder;
import java.util.Arrays;

/** The sampled exposures in an order in which those of a user stand together, by time and then by request. */
final class SampledUsers {
    /** A machine has thousands of lists; for each of its outcomes no more than so many are looked at. */
    private static final int MOST_LISTS = 1000;

    private final SampledExposures exposures;
    private final int[] order;
    private final long[] users;
    private final long[] times;

    SampledUsers(SampledExposures exposures) {
        this.exposures = exposures;
        RowOrder.Sorted byUser = exposures.byUser();
        order = byUser.rows();
        users = byUser.keys();
        for (int from = 0; from < order.length; ) {
            int to = from + 1;
            while (to < order.length && users[to] == users[from]) {
                to++;
            }
            exposures.sortByTime(order, from, to);
            from = to;
        }
        times = exposures.times(order);
    }

    /** How many exposures there are. */
    int size() {
        return order.length;
    }

    /** The row, in the sample, of the exposure at a place of this order. */
    int row(int place) {
        return order[place];
    }

    long user(int place) {
        return users[place];
    }

    long time(int place) {
        return times[place];
    }

    /** Whether two places hold lists of the same items. */
    boolean sameList(int place, int other) {
        return exposures.sameList(order[place], order[other]);
    }

    /** Whether two places hold lists on one surface, or both name none. */
    boolean sameSurface(int place, int other) {
        return exposures.sameSurface(order[place], order[other]);
    }

    /** Behind the last of a user's exposures up to a time; where those of the user would be when there are none. */
    int end(long user, long time) {
        int low = 0;
        int high = users.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            int byUser = Long.compareUnsigned(users[middle], user);
            if (byUser < 0 || byUser == 0 && times[middle] <= time) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /** Where those of a user begin that are looked at of all before {@code end}: the last {@value #MOST_LISTS}. */
    int first(long user, int end) {
        int first = end;
        while (first > 0 && end - first < MOST_LISTS && users[first - 1] == user) {
            first--;
        }
        return first;
    }

    /** Whether an item was in a list of a user between two times, of the last {@value #MOST_LISTS} up to then. */
    boolean wasShown(long user, long item, long from, long to) {
        int end = end(user, to);
        int first = first(user, end);
        for (int place = end - 1; place >= first && times[place] >= from; place--) {
            if (exposures.lists(order[place], item)) {
                return true;
            }
        }
        return false;
    }

    /** The rows of the sampled outcomes that have a class, of users whose exposures are sampled, too. */
    static int[] rows(Evidence evidence, SampledExposures exposures, OutcomeClass is) {
        OutcomeIndex outcomes = evidence.outcomes();
        SampledOutcomes sampled = evidence.watchedOutcomes().sample();
        int[] rows = new int[64];
        int count = 0;
        for (int row = 0; row < outcomes.size(); row++) {
            if (outcomes.outcomeClass(row) == is
                    && exposures.takes(outcomes.user(row))
                    && sampled.find(outcomes.source(row)) >= 0) {
                rows = count == rows.length ? Arrays.copyOf(rows, 2 * count) : rows;
                rows[count++] = row;
            }
        }
        return Arrays.copyOf(rows, count);
    }
}
