package io.github.recsyseval.join;

import java.util.Arrays;

/**
 * The shown list as metrics see it: ordered by logged rank (equal ranks in the order of the log), an item listed twice keeping its
 * best place. A reusable buffer.
 */
public final class Slate {
    private int length;
    private long[] items = new long[32];
    private int[] ranks = new int[32];
    private int[] table = new int[64];

    /** Takes entries {@code [from, to)} of the logged list. */
    public void set(long[] item, int[] rank, int from, int to) {
        int count = to - from;
        if (items.length < count) {
            items = new long[count];
            ranks = new int[count];
        }
        System.arraycopy(item, from, items, 0, count);
        System.arraycopy(rank, from, ranks, 0, count);
        if (!isAscending(count)) {
            sortByRank(count);
        }
        index(count);
    }

    private boolean isAscending(int count) {
        for (int i = 1; i < count; i++) {
            if (ranks[i] < ranks[i - 1]) {
                return false;
            }
        }
        return true;
    }

    private void sortByRank(int count) {
        long[] order = new long[count];
        for (int i = 0; i < count; i++) {
            order[i] = (long) ranks[i] << 32 | i;
        }
        Arrays.sort(order);
        long[] sortedItems = new long[count];
        int[] sortedRanks = new int[count];
        for (int i = 0; i < count; i++) {
            sortedItems[i] = items[(int) order[i]];
            sortedRanks[i] = ranks[(int) order[i]];
        }
        items = sortedItems;
        ranks = sortedRanks;
    }

    /** Drops repeated items and fills the table that finds an item's position. */
    private void index(int count) {
        int capacity = Math.max(16, Integer.highestOneBit(count) * 4);
        if (table.length != capacity) {
            table = new int[capacity];
        } else {
            Arrays.fill(table, 0);
        }
        length = 0;
        for (int i = 0; i < count; i++) {
            int slot = slot(items[i]);
            if (table[slot] == 0) {
                items[length] = items[i];
                ranks[length] = ranks[i];
                table[slot] = ++length;
            }
        }
    }

    private int slot(long item) {
        int mask = table.length - 1;
        int slot = (int) (item ^ item >>> 32) & mask;
        while (table[slot] != 0 && items[table[slot] - 1] != item) {
            slot = slot + 1 & mask;
        }
        return slot;
    }

    /** How many distinct items the list has. */
    public int length() {
        return length;
    }

    /** The 1-based place of an item, 0 when it was not shown. */
    public int position(long item) {
        return table[slot(item)];
    }

    /** The item at a 1-based position. */
    public long item(int position) {
        return items[position - 1];
    }

    /** The rank that was logged for the item at a 1-based position. */
    public int loggedRank(int position) {
        return ranks[position - 1];
    }
}
