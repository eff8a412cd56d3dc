package io.github.recsyseval.metric;

import java.util.Arrays;
import java.util.stream.IntStream;

/** Groups of the rows of a {@link LedgerSums}; a row is in one of them or in none. 4 bytes for each row. */
public final class RowGroups {
    private static final int NONE = -1;

    private final int[] numbers;
    private final int count;
    private final int[] members;

    private RowGroups(int[] numbers, int count) {
        this.numbers = numbers;
        this.count = count;
        members = IntStream.range(0, numbers.length)
                .filter(row -> numbers[row] != NONE)
                .toArray();
    }

    static RowGroups of(LedgerRows rows, int count, UserGrouping grouping) {
        int[] numbers = new int[rows.size()];
        OneUser user = new OneUser(rows);
        int[] groups = new int[16];
        for (int start = 0; start < rows.size(); start = user.end) {
            user.moveTo(start);
            if (user.size() > groups.length) {
                groups = new int[2 * user.size()];
            }
            Arrays.fill(groups, 0, user.size(), NONE);
            grouping.group(user, groups);
            System.arraycopy(groups, 0, numbers, start, user.size());
        }
        return new RowGroups(numbers, count);
    }

    RowGroups cut(int[] slice, int slices) {
        int[] cut = new int[numbers.length];
        for (int row = 0; row < cut.length; row++) {
            cut[row] = numbers[row] == NONE ? NONE : numbers[row] * slices + slice[row];
        }
        return new RowGroups(cut, Math.multiplyExact(count, slices));
    }

    /** How many groups there are, empty ones too. */
    public int count() {
        return count;
    }

    /** The group of each row; -1 for none. */
    int[] numbers() {
        return numbers;
    }

    /** The rows that are in a group, in the order of all rows. */
    int[] members() {
        return members;
    }

    private static final class OneUser implements UserGrouping.UserRows {
        private final LedgerRows rows;
        private int start;
        private int end;

        OneUser(LedgerRows rows) {
            this.rows = rows;
        }

        void moveTo(int row) {
            start = row;
            end = rows.startOfUser(row + 1, row + 1);
        }

        @Override
        public int size() {
            return end - start;
        }

        @Override
        public long user() {
            return rows.user(start);
        }

        @Override
        public int slice(int breakdown, int i) {
            return rows.slice(breakdown)[start + i];
        }

        @Override
        public long time(int i) {
            return rows.time(start + i);
        }
    }
}
