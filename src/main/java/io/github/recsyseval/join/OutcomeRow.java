package io.github.recsyseval.join;

import io.github.recsyseval.event.Outcome;

/** The form in which {@link OutcomeIndex} spills a row, and the order in which the rows of one request stand, spilled or not. */
final class OutcomeRow {
    private static final int REQUEST_FIRST = 0;
    private static final int REQUEST_SECOND = 1;
    static final int USER = 2;
    static final int ITEM = 3;
    static final int TIME = 4;
    static final int VALUE = 5;
    /** The type in the upper half, the number in input order in the lower one. */
    static final int TYPE_AND_SOURCE = 6;

    static final int WIDTH = 7;

    private OutcomeRow() {}

    /** @param source the outcome's number in input order */
    static long[] of(Outcome outcome, int source) {
        long[] row = new long[WIDTH];
        row[REQUEST_FIRST] = outcome.requestFirst;
        row[REQUEST_SECOND] = outcome.requestSecond;
        row[USER] = outcome.user;
        row[ITEM] = outcome.item;
        row[TIME] = outcome.timestamp;
        row[VALUE] = Double.doubleToRawLongBits(outcome.value);
        row[TYPE_AND_SOURCE] = (long) outcome.type.ordinal() << 32 | source;
        return row;
    }

    static int type(long typeAndSource) {
        return (int) (typeAndSource >>> 32);
    }

    static int source(long typeAndSource) {
        return (int) typeAndSource;
    }

    /** Compares two spilled rows of the same request, those that begin at {@code a} and at {@code b}. */
    static int compare(long[] rows, int a, int b) {
        return compare(
                rows[a + TIME],
                rows[b + TIME],
                rows[a + ITEM],
                rows[b + ITEM],
                type(rows[a + TYPE_AND_SOURCE]),
                type(rows[b + TYPE_AND_SOURCE]),
                Double.longBitsToDouble(rows[a + VALUE]),
                Double.longBitsToDouble(rows[b + VALUE]),
                rows[a + USER],
                rows[b + USER]);
    }

    /** By time, item, type, value and user; so many parameters because rows lie in columns or in one array, and sorting makes no objects. */
    static int compare(
            long timeA,
            long timeB,
            long itemA,
            long itemB,
            int typeA,
            int typeB,
            double valueA,
            double valueB,
            long userA,
            long userB) {
        int byTime = Long.compare(timeA, timeB);
        if (byTime != 0) {
            return byTime;
        }
        int byItem = Long.compare(itemA, itemB);
        if (byItem != 0) {
            return byItem;
        }
        int byType = Integer.compare(typeA, typeB);
        if (byType != 0) {
            return byType;
        }
        int byValue = Double.compare(valueA, valueB);
        return byValue != 0 ? byValue : Long.compare(userA, userB);
    }
}
