package io.github.recsyseval.rows;

import io.github.recsyseval.stat.Mix64;
import java.util.Arrays;
import java.util.function.IntPredicate;
import java.util.function.IntToLongFunction;
import java.util.function.IntUnaryOperator;

/**
 * Rows with the same key, such as those of a user. About {@value #AT_ONCE} rows are sorted at a time: more of them are gone through
 * several times, each time for another part of the keys, so that no copy of all keys is needed.
 */
public final class RowsByKey {
    static final int AT_ONCE = 1 << 20;

    /** Takes the rows of one key after the other. */
    public interface Visitor {
        /** The rows {@code order[from], ..., order[to - 1]}, ascending, have the same key. */
        void rows(int[] order, int from, int to);
    }

    /** The same with the key. */
    public interface KeyVisitor {
        /** The numbers {@code shown[from], ..., shown[to - 1]} are those of the rows with a key, in the order of the rows. */
        void rows(long key, int[] shown, int from, int to);
    }

    private final int rows;
    private final IntToLongFunction key;
    private final IntPredicate counts;
    private final IntUnaryOperator shown;
    private int size;
    private int[] members;
    private long[] keys;

    private RowsByKey(int rows, IntToLongFunction key, IntPredicate counts, IntUnaryOperator shown) {
        this.rows = rows;
        this.key = key;
        this.counts = counts;
        this.shown = shown;
        members = new int[Math.min(rows, AT_ONCE)];
        keys = new long[members.length];
    }

    /**
     * Visits those of the rows 0 ... {@code rows - 1} that count, key by key, in an order of the keys that depends on how many rows there
     * are and on nothing else.
     */
    public static void visit(int rows, IntToLongFunction key, IntPredicate counts, Visitor visitor) {
        visit(rows, key, counts, visitor, AT_ONCE);
    }

    /**
     * As {@link #visit(int, IntToLongFunction, IntPredicate, Visitor)}, but the visitor gets a number for each row in the row's place.
     *
     * @param shown the number of a row; asked while the rows are gone through from front to back, so that columns in files are read in
     *     their order
     */
    public static void visit(
            int rows, IntToLongFunction key, IntPredicate counts, IntUnaryOperator shown, Visitor visitor) {
        visit(rows, key, counts, shown, withoutKey(visitor), AT_ONCE);
    }

    /** As {@link #visit(int, IntToLongFunction, IntPredicate, IntUnaryOperator, Visitor)}, where the visitor gets the key, too. */
    public static void visit(
            int rows, IntToLongFunction key, IntPredicate counts, IntUnaryOperator shown, KeyVisitor visitor) {
        visit(rows, key, counts, shown, visitor, AT_ONCE);
    }

    private static KeyVisitor withoutKey(Visitor visitor) {
        return (key, shown, from, to) -> visitor.rows(shown, from, to);
    }

    static void visit(int rows, IntToLongFunction key, IntPredicate counts, Visitor visitor, int atOnce) {
        visit(rows, key, counts, IntUnaryOperator.identity(), withoutKey(visitor), atOnce);
    }

    private static void visit(
            int rows,
            IntToLongFunction key,
            IntPredicate counts,
            IntUnaryOperator shown,
            KeyVisitor visitor,
            int atOnce) {
        int bits = Integer.SIZE - Integer.numberOfLeadingZeros(Math.max(0, rows - 1) / atOnce);
        RowsByKey all = new RowsByKey(rows, key, counts, shown);
        for (int part = 0; part < 1 << bits; part++) {
            all.collect(part, bits);
            all.show(visitor);
        }
    }

    private void collect(int part, int bits) {
        size = 0;
        for (int row = 0; row < rows; row++) {
            if (counts.test(row)) {
                long own = key.applyAsLong(row);
                if (bits == 0 || Mix64.mix(own) >>> (Long.SIZE - bits) == part) {
                    add(row, own);
                }
            }
        }
    }

    private void add(int row, long own) {
        if (size == members.length) {
            members = Arrays.copyOf(members, Columns.grow(size));
            keys = Arrays.copyOf(keys, members.length);
        }
        members[size] = shown.applyAsInt(row);
        keys[size++] = own;
    }

    private void show(KeyVisitor visitor) {
        RowOrder.Sorted sorted = RowOrder.sorted(keys, members, size);
        long[] ascending = sorted.keys();
        for (int from = 0; from < size; ) {
            long own = ascending[from];
            int to = from + 1;
            while (to < size && ascending[to] == own) {
                to++;
            }
            visitor.rows(own, sorted.rows(), from, to);
            from = to;
        }
    }
}
