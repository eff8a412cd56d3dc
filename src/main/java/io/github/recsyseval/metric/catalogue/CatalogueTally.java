package io.github.recsyseval.metric.catalogue;

import io.github.recsyseval.metric.ranking.Cutoff;
import java.util.List;

/**
 * How often each item was shown: anywhere in a list, and within each cutoff. Mergeable; any order and any split of the lists give
 * the same figures.
 *
 * <p>Beyond {@value #MOST_ITEMS} different items all counts are dropped and every figure becomes "too many items"; whether that
 * happens depends on the data alone. About 20 bytes per item and 4 per cutoff. Not safe for concurrent use.
 */
public final class CatalogueTally {

    /** More different items than these are not counted. */
    public static final int MOST_ITEMS = 1 << 22;

    private static final int ANYWHERE = 0;

    private final int mostItems;
    private final List<Cutoff> cutoffs;
    private ItemTable table;
    private boolean tooManyItems;
    private long lists;

    /** Shown slots; index 0 for whole lists, then by cutoff. */
    private final long[] slots;

    /** Counts within these cutoffs. */
    public CatalogueTally(List<Cutoff> cutoffs) {
        this(cutoffs, MOST_ITEMS);
    }

    CatalogueTally(List<Cutoff> cutoffs, int mostItems) {
        this.cutoffs = List.copyOf(cutoffs);
        this.mostItems = mostItems;
        this.table = new ItemTable(1 + cutoffs.size());
        this.slots = new long[1 + cutoffs.size()];
    }

    /**
     * Counts one list.
     *
     * @param items hashes of the distinct items in the order shown; only the first {@code length} are read
     */
    public void addList(long[] items, int length) {
        if (length == 0) {
            return;
        }
        lists++;
        slots[ANYWHERE] += length;
        for (int c = 0; c < cutoffs.size(); c++) {
            slots[1 + c] += Math.min(length, cutoffs.get(c).k());
        }
        for (int i = 0; i < length && !tooManyItems; i++) {
            int row = table.rowOf(items[i]);
            table.add(row, ANYWHERE, 1);
            for (int c = 0; c < cutoffs.size(); c++) {
                if (i < cutoffs.get(c).k()) {
                    table.add(row, 1 + c, 1);
                }
            }
            dropIfTooMany();
        }
    }

    /** Notes an item that exists, although no list has to show it: somebody wanted it. */
    public void addExisting(long item) {
        if (!tooManyItems) {
            table.rowOf(item);
            dropIfTooMany();
        }
    }

    /** Adds all counts of {@code other}, which has the same cutoffs and is left as it is. */
    public void add(CatalogueTally other) {
        if (!cutoffs.equals(other.cutoffs)) {
            throw new IllegalArgumentException("tallies with different cutoffs");
        }
        lists += other.lists;
        for (int column = 0; column < slots.length; column++) {
            slots[column] += other.slots[column];
        }
        if (other.tooManyItems) {
            drop();
        }
        for (int from = 0; from < other.table.size() && !tooManyItems; from++) {
            int row = table.rowOf(other.table.item(from));
            for (int column = 0; column < slots.length; column++) {
                table.add(row, column, other.table.count(from, column));
            }
            dropIfTooMany();
        }
    }

    /** How many lists had at least one item. */
    public long lists() {
        return lists;
    }

    /** Whether the counts were dropped. */
    public boolean hasTooManyItems() {
        return tooManyItems;
    }

    /** How many different items are known, shown or not; 0 if the counts were dropped. */
    public int items() {
        return table.size();
    }

    long item(int row) {
        return table.item(row);
    }

    /** How often the item of a row was shown at any position. */
    int shown(int row) {
        return table.count(row, ANYWHERE);
    }

    /** How often the item of a row was shown within a cutoff. */
    int shown(int row, Cutoff cutoff) {
        return table.count(row, column(cutoff));
    }

    /** How many slots all lists had. */
    long slots() {
        return slots[ANYWHERE];
    }

    /** How many slots all lists had within a cutoff. */
    long slots(Cutoff cutoff) {
        return slots[column(cutoff)];
    }

    private int column(Cutoff cutoff) {
        int index = cutoffs.indexOf(cutoff);
        if (index < 0) {
            throw new IllegalArgumentException("not counted: " + cutoff);
        }
        return 1 + index;
    }

    private void dropIfTooMany() {
        if (table.size() > mostItems) {
            drop();
        }
    }

    private void drop() {
        tooManyItems = true;
        table = new ItemTable(slots.length);
    }
}
