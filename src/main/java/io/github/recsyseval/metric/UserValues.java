package io.github.recsyseval.metric;

import io.github.recsyseval.spill.SpillBudget;
import io.github.recsyseval.spill.SpillFile;
import io.github.recsyseval.spill.SpillReader;
import java.util.Arrays;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/** A value of each of many users, in the order of their hashes taken as unsigned numbers. 16 bytes each, in a file where that is too much. */
public final class UserValues {
    private static final int BYTES_EACH = 2 * Long.BYTES;
    private static final int FILE_BUFFER = 1 << 16;

    private final SpillBudget budget;
    private long[] held = new long[1024];
    private @Nullable SpillFile file;
    private long size;

    /** No values yet. */
    public UserValues(SpillBudget budget) {
        this.budget = budget;
    }

    /** Adds the value of the next user. */
    public void add(long user, double value) {
        if (file == null && 2 * size == held.length) {
            grow();
        }
        if (file == null) {
            held[(int) (2 * size)] = user;
            held[(int) (2 * size) + 1] = Double.doubleToRawLongBits(value);
        } else {
            file.putLong(user);
            file.putLong(Double.doubleToRawLongBits(value));
        }
        size++;
    }

    /** Twice the room, beside the values that are there; a file where that is too much. */
    private void grow() {
        if (3 * size * BYTES_EACH <= budget.bytes() && held.length <= 1 << 29) {
            held = Arrays.copyOf(held, 2 * held.length);
        } else {
            file = budget.space().newFile(FILE_BUFFER);
            file.putLongs(held, 0, held.length);
            held = new long[0];
        }
    }

    public long size() {
        return size;
    }

    /** A reader before the first user. Nothing may be added from now on. */
    public Reader reader() {
        if (file != null) {
            SpillReader from = file.reader();
            return new Reader(from::getLong);
        }
        int[] at = {0};
        return new Reader(() -> held[at[0]++]);
    }

    /** One user after the other. */
    public final class Reader {
        private final LongSupplier from;
        private long read;
        private long user;
        private double value;

        private Reader(LongSupplier from) {
            this.from = from;
        }

        /** Goes on to the next user; false behind the last one. */
        public boolean next() {
            if (read == size) {
                return false;
            }
            read++;
            user = from.getAsLong();
            value = Double.longBitsToDouble(from.getAsLong());
            return true;
        }

        /** The hash of the present user. */
        public long user() {
            return user;
        }

        public double value() {
            return value;
        }
    }
}
