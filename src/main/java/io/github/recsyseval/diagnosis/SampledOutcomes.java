package io.github.recsyseval.diagnosis;

import io.github.recsyseval.event.Outcome;
import java.util.Arrays;

/** The valid outcomes of a sample of users, in input order. */
final class SampledOutcomes {
    private final HashThreshold users = new HashThreshold();
    private final IdText ids = new IdText();
    private long[] user = new long[256];
    private int[] source = new int[256];
    private int size;

    boolean takes(long who) {
        return users.takes(who);
    }

    /** Adds an outcome of a user who {@link #takes(long) belongs}; {@code number} counts all outcomes in input order. */
    void add(Outcome outcome, int number, byte[] bytes, int from, int to) {
        if (size == user.length) {
            user = Arrays.copyOf(user, 2 * size);
            source = Arrays.copyOf(source, 2 * size);
        }
        user[size] = outcome.user;
        source[size] = number;
        ids.add(bytes, from, to, outcome.requestFirst);
        size++;
        while (users.halvesAt(size)) {
            narrow();
        }
    }

    private void narrow() {
        int[] kept = new int[size];
        int count = 0;
        for (int row = 0; row < size; row++) {
            if (users.takes(user[row])) {
                user[count] = user[row];
                source[count] = source[row];
                kept[count++] = row;
            }
        }
        ids.keep(kept, count);
        size = count;
    }

    /** The place of the outcome with a number in input order; negative when it is not in the sample. */
    int find(int number) {
        return Arrays.binarySearch(source, 0, size, number);
    }

    /** The request ids, by place. */
    IdText ids() {
        return ids;
    }
}
