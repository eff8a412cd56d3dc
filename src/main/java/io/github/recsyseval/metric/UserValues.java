package io.github.recsyseval.metric;

import io.github.recsyseval.spill.SpillBudget;
import io.github.recsyseval.spill.SpillFile;
import io.github.recsyseval.spill.SpillReader;
import java.util.Arrays;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Some values of each of many users, to be read one user after the other as they were added. 8 bytes for each user and for each of the
 * values, in a file where that is too much.
 */
public final class UserValues {
    private static final int FEW = 512;
    private static final int FILE_BUFFER = 1 << 16;

    private final SpillBudget budget;
    private final int width;
    private long[] held;
    private int at;
    private @Nullable SpillFile file;
    private long size;

    /**
     * No users yet.
     *
     * @param values how many each user has
     */
    public UserValues(SpillBudget budget, int values) {
        this.budget = budget;
        width = 1 + values;
        held = new long[FEW * width];
    }

    /** Adds the next user. */
    public void add(long user, double... values) {
        if (file == null && at == held.length) {
            grow();
        }
        put(user);
        for (int i = 0; i < width - 1; i++) {
            put(Double.doubleToRawLongBits(values[i]));
        }
        size++;
    }

    private void put(long value) {
        if (file == null) {
            held[at++] = value;
        } else {
            file.putLong(value);
        }
    }

    /** Twice the room, beside the values that are there; a file where that is too much. */
    private void grow() {
        if (3L * held.length * Long.BYTES <= budget.bytes() && held.length <= 1 << 28) {
            held = Arrays.copyOf(held, 2 * held.length);
        } else {
            file = budget.space().newFile(FILE_BUFFER);
            file.putLongs(held, 0, held.length);
            held = new long[0];
        }
    }

    /** How many users there are. */
    public long size() {
        return size;
    }

    /** A reader before the first user; several threads may have one each. Nothing may be added from now on. */
    public Reader reader() {
        if (file != null) {
            SpillReader from = file.reader();
            return new Reader(from::getLong);
        }
        int[] next = {0};
        return new Reader(() -> held[next[0]++]);
    }

    /** One user after the other. */
    public final class Reader {
        private final LongSupplier from;
        private final double[] values = new double[width - 1];
        private long read;
        private long user;

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
            for (int i = 0; i < values.length; i++) {
                values[i] = Double.longBitsToDouble(from.getAsLong());
            }
            return true;
        }

        /** The hash of the present user, or the number it was added with. */
        public long user() {
            return user;
        }

        /** A value of the present user. */
        public double value(int i) {
            return values[i];
        }
    }
}
