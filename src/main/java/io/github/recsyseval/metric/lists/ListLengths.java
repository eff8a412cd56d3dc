package io.github.recsyseval.metric.lists;

/** How many lists had how many items. Lists longer than {@value #LONGEST} are counted together. Integers only: any order, any split. */
public final class ListLengths {
    /** The longest list with a count of its own. */
    public static final int LONGEST = 100;

    private final long[] lists = new long[LONGEST + 2];

    /** Counts a list, repeated items each time. */
    public void add(int items) {
        lists[Math.min(items, LONGEST + 1)]++;
    }

    public void add(ListLengths other) {
        for (int items = 0; items < lists.length; items++) {
            lists[items] += other.lists[items];
        }
    }

    /** How many lists had this many items; {@code LONGEST + 1} stands for all beyond. */
    public long lists(int items) {
        return lists[items];
    }
}
