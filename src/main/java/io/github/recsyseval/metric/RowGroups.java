package io.github.recsyseval.metric;

import java.util.Arrays;
import java.util.function.IntFunction;

/** Groups of the rows of a {@link LedgerSums}; a row is in one of them or in none. */
public final class RowGroups {
    /** The number of rows that are in no group. */
    static final int NONE = -1;

    private final int count;
    private final Cluster cluster;
    private final IntFunction<int[]> numbers;

    /** @param numbers for each part of the ledger the group of each of its rows */
    RowGroups(int count, Cluster cluster, IntFunction<int[]> numbers) {
        this.count = count;
        this.cluster = cluster;
        this.numbers = numbers;
    }

    /** The same groups, in which something else counts as one when variances are estimated. */
    public RowGroups by(Cluster other) {
        return new RowGroups(count, other, numbers);
    }

    /** All rows in one group. */
    static RowGroups all(LedgerParts parts) {
        return new RowGroups(1, Cluster.USER, part -> new int[parts.rows(part)]);
    }

    RowGroups cut(IntFunction<int[]> slice, int slices) {
        return new RowGroups(Math.multiplyExact(count, slices), cluster, part -> {
            int[] group = numbers(part);
            int[] cut = slice.apply(part).clone();
            for (int row = 0; row < cut.length; row++) {
                cut[row] = group[row] == NONE || cut[row] == NONE ? NONE : group[row] * slices + cut[row];
            }
            return cut;
        });
    }

    /** Without the users who have more than so many rows in a group. */
    RowGroups upTo(long most, IntFunction<LedgerRows> parts) {
        return new RowGroups(count, cluster, part -> {
            int[] fewer = numbers(part).clone();
            LedgerRows rows = parts.apply(part);
            for (int start = 0; start < fewer.length; ) {
                int end = rows.endOfUser(start);
                if (Arrays.stream(fewer, start, end)
                                .filter(group -> group != NONE)
                                .count()
                        > most) {
                    Arrays.fill(fewer, start, end, NONE);
                }
                start = end;
            }
            return fewer;
        });
    }

    /** How many groups there are, empty ones too. */
    public int count() {
        return count;
    }

    /** What counts as one when variances are estimated. */
    public Cluster cluster() {
        return cluster;
    }

    /** The group of each row of a part, or {@link #NONE}; not to be written to. */
    int[] numbers(int part) {
        return numbers.apply(part);
    }

    /** The groups of all rows, user by user. */
    static int[] numbers(LedgerRows rows, UserGrouping grouping) {
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
        return numbers;
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
            end = rows.endOfUser(row);
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
