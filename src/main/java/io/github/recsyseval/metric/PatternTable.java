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
        int mask = table.length - 1;
        int slot = hash(vector, 0) & mask;
        while (table[slot] != 0) {
            int number = table[slot] - 1;
            if (isAt(vector, number)) {
                return number;
            }
            slot = slot + 1 & mask;
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
}
