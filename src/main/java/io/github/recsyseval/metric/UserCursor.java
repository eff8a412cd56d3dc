package io.github.recsyseval.metric;

import java.util.Arrays;
import java.util.function.IntFunction;

/**
 * The users of a ledger with the totals of all their requests, one after the other in the order of their hashes taken as unsigned
 * numbers. Holds the rows of one part of the ledger at a time.
 */
public final class UserCursor {
    private final int parts;
    private final IntFunction<LedgerRows> load;
    private final double[] sums;
    private final long[] counted;
    private LedgerRows rows = LedgerRows.NONE;
    private int part;
    private int row;
    private long user;

    /**
     * A cursor before the first user.
     *
     * @param parts how many there are, in the order of their users
     */
    UserCursor(int width, int parts, IntFunction<LedgerRows> load) {
        this.parts = parts;
        this.load = load;
        sums = new double[width];
        counted = new long[width];
    }

    /** Goes on to the next user; false behind the last one. */
    public boolean next() {
        return next(0);
    }

    /** Goes on to the next user with more than so many requests; false where there is none. */
    boolean next(long moreThan) {
        while (true) {
            if (row == rows.size()) {
                if (part == parts) {
                    return false;
                }
                rows = load.apply(part++);
                row = 0;
                continue;
            }
            int end = rows.endOfUser(row);
            if (end - row > moreThan) {
                user = rows.user(row);
                addUp(end);
                return true;
            }
            row = end;
        }
    }

    private void addUp(int end) {
        Arrays.fill(sums, 0);
        Arrays.fill(counted, 0);
        int blanks = 0;
        for (; row < end; row++) {
            if (rows.isBlank(row)) {
                blanks++;
            } else {
                LedgerSums.add(rows.vector(row), 1, sums, counted);
            }
        }
        LedgerSums.add(rows.blank(), blanks, sums, counted);
    }

    /** The hash of the present user. */
    public long user() {
        return user;
    }

    /** The sums of the numerators of each metric of the plan; overwritten by {@link #next}. */
    public double[] sums() {
        return sums;
    }

    /** How many of the user's requests count for each metric; overwritten by {@link #next}. */
    public long[] counted() {
        return counted;
    }
}
