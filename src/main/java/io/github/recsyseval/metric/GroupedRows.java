package io.github.recsyseval.metric;

import java.util.stream.IntStream;

/**
 * The rows of a part of the ledger by group, in each group in the order of the part.
 *
 * @param order the rows that are in a group
 * @param starts where each group begins in the order, and behind the last one its end
 */
record GroupedRows(int[] order, int[] starts) {
    /** A stable counting sort; rows in no group are left out. */
    static GroupedRows of(RowGroups groups, int part) {
        int[] numbers = groups.numbers(part);
        int[] starts = new int[groups.count() + 1];
        for (int group : numbers) {
            if (group != RowGroups.NONE) {
                starts[group + 1]++;
            }
        }
        for (int group = 0; group < groups.count(); group++) {
            starts[group + 1] += starts[group];
        }
        int[] next = starts.clone();
        int[] order = new int[starts[groups.count()]];
        for (int row = 0; row < numbers.length; row++) {
            if (numbers[row] != RowGroups.NONE) {
                order[next[numbers[row]]++] = row;
            }
        }
        return new GroupedRows(order, starts);
    }

    /** The rows that are in a group, in the order of all rows. */
    static int[] members(int[] numbers) {
        return IntStream.range(0, numbers.length)
                .filter(row -> numbers[row] != RowGroups.NONE)
                .toArray();
    }

    int from(int group) {
        return starts[group];
    }

    int to(int group) {
        return starts[group + 1];
    }

    boolean has(int group) {
        return starts[group] < starts[group + 1];
    }
}
