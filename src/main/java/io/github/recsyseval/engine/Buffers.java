package io.github.recsyseval.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** The records of a chunk, in buffers that the next chunk uses again. */
final class Buffers<T> {
    private final Supplier<T> empty;
    private final List<T> all = new ArrayList<>();
    private int size;

    /** @param empty makes a buffer */
    Buffers(Supplier<T> empty) {
        this.empty = empty;
    }

    void clear() {
        size = 0;
    }

    /** The buffer of the next record, which may be written to until it is {@link #keep kept}. */
    T next() {
        if (size == all.size()) {
            all.add(empty.get());
        }
        return all.get(size);
    }

    /** Keeps what stands in the {@link #next} buffer. */
    void keep() {
        size++;
    }

    int size() {
        return size;
    }

    /** The i-th record kept. */
    T get(int i) {
        return all.get(i);
    }
}
