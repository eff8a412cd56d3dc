package io.github.recsyseval.metric.catalogue;

import io.github.recsyseval.stat.Mix64;
import java.util.Arrays;

/** Rows of counts, one per item: open addressing over dense columns. Items are 64-bit hashes of their ids. */
final class ItemTable {

    private static final int FREE = -1;

    private final int columns;
    private int[] slots = newSlots(32);
    private long[] items = new long[16];
    private int[] counts;
    private int size;

    ItemTable(int columns) {
        this.columns = columns;
        this.counts = new int[16 * columns];
    }

    int size() {
        return size;
    }

    long item(int row) {
        return items[row];
    }

    int count(int row, int column) {
        return counts[row * columns + column];
    }

    /** Row of an item, a new one with zeros if there was none. */
    int rowOf(long item) {
        int slot = slotOf(item);
        if (slots[slot] != FREE) {
            return slots[slot];
        }
        if (size == items.length) {
            grow();
            slot = slotOf(item);
        }
        items[size] = item;
        slots[slot] = size;
        return size++;
    }

    void add(int row, int column, int times) {
        int index = row * columns + column;
        counts[index] = Math.addExact(counts[index], times);
    }

    private int slotOf(long item) {
        int mask = slots.length - 1;
        int slot = (int) Mix64.mix(item) & mask;
        while (slots[slot] != FREE && items[slots[slot]] != item) {
            slot = slot + 1 & mask;
        }
        return slot;
    }

    private void grow() {
        items = Arrays.copyOf(items, 2 * size);
        counts = Arrays.copyOf(counts, 2 * size * columns);
        slots = newSlots(2 * slots.length);
        for (int row = 0; row < size; row++) {
            slots[slotOf(items[row])] = row;
        }
    }

    private static int[] newSlots(int length) {
        int[] slots = new int[length];
        Arrays.fill(slots, FREE);
        return slots;
    }
}
