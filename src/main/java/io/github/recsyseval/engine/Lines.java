package io.github.recsyseval.engine;

import java.util.Arrays;

/** Where the taken records of a chunk stand in it. */
final class Lines {
    private int size;
    private int[] bounds = new int[512];

    void clear() {
        size = 0;
    }

    void add(int from, int to) {
        if (2 * size == bounds.length) {
            bounds = Arrays.copyOf(bounds, 2 * bounds.length);
        }
        bounds[2 * size] = from;
        bounds[2 * size++ + 1] = to;
    }

    int from(int record) {
        return bounds[2 * record];
    }

    int to(int record) {
        return bounds[2 * record + 1];
    }
}
