package io.github.recsyseval.metric;

import io.github.recsyseval.event.IdHash;
import java.util.Arrays;

/**
 * Distinct vectors of numerators, numbered. Requests repeat a few patterns over and over (no outcome; one click at rank 3), so a
 * row of the ledger holds a number instead of a vector.
 */
final class PatternTable {
    private final int width;
    private double[] values;
    private int[] table = new int[256];
    private int size;
    private int last;

    PatternTable(int width) {
        this.width = width;
        values = new double[64 * width];
    }

    int size() {
        return size;
    }

    /** The number of a vector, which is copied when it is new. */
    int number(double[] vector) {
        if (size > 0 && isAt(vector, last)) {
            return last;
        }
        last = search(vector);
        return last;
    }

    /** The number of a vector, or -1. */
    int find(double[] vector) {
        int slot = slot(vector);
        return table[slot] - 1;
    }

    /** The slot of a vector, or the empty one where it would be put. */
    private int slot(double[] vector) {
        int mask = table.length - 1;
        int slot = hash(vector, 0) & mask;
        while (table[slot] != 0 && !isAt(vector, table[slot] - 1)) {
            slot = slot + 1 & mask;
        }
        return slot;
    }

    private boolean isAt(double[] vector, int number) {
        int from = number * width;
        for (int i = 0; i < width; i++) {
            if (Double.doubleToRawLongBits(vector[i]) != Double.doubleToRawLongBits(values[from + i])) {
                return false;
            }
        }
        return true;
    }

    private int search(double[] vector) {
        int slot = slot(vector);
        if (table[slot] != 0) {
            return table[slot] - 1;
        }
        if ((size + 1) * width > values.length) {
            values = Arrays.copyOf(values, 2 * values.length);
        }
        System.arraycopy(vector, 0, values, size * width, width);
        table[slot] = ++size;
        if (2 * size > table.length) {
            rehash();
        }
        return size - 1;
    }

    private void rehash() {
        table = new int[2 * table.length];
        int mask = table.length - 1;
        for (int number = 0; number < size; number++) {
            int slot = hash(values, number * width) & mask;
            while (table[slot] != 0) {
                slot = slot + 1 & mask;
            }
            table[slot] = number + 1;
        }
    }

    private int hash(double[] of, int from) {
        long hash = 0;
        for (int i = from; i < from + width; i++) {
            hash = hash * 0x9E3779B97F4A7C15L + Double.doubleToRawLongBits(of[i]);
        }
        return (int) (IdHash.finish(hash) >>> 32);
    }

    double value(int number, int column) {
        return values[number * width + column];
    }

    double[] vector(int number) {
        return Arrays.copyOfRange(values, number * width, (number + 1) * width);
    }

    /** Copies a vector. */
    void copy(int number, double[] target) {
        System.arraycopy(values, number * width, target, 0, width);
    }

    /** All vectors in ascending order, the first numerator first. */
    double[][] sorted() {
        double[][] sorted = new double[size][];
        Arrays.setAll(sorted, this::vector);
        Arrays.sort(sorted, Arrays::compare);
        return sorted;
    }

    /** The place of each vector among sorted ones that hold it. */
    int[] ranks(double[][] sorted) {
        int[] ranks = new int[size];
        Arrays.setAll(ranks, number -> Arrays.binarySearch(sorted, vector(number), Arrays::compare));
        return ranks;
    }
}
