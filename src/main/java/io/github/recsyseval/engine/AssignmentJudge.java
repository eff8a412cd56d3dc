package io.github.recsyseval.engine;

import io.github.recsyseval.event.Assignment;
import io.github.recsyseval.event.AssignmentReader;
import io.github.recsyseval.event.Reading;
import io.github.recsyseval.schema.LoadedSchema;
import java.util.ArrayList;
import java.util.List;

/** Keeps the valid assignments of a chunk until it is their turn to be indexed. */
final class AssignmentJudge extends ContractJudge {
    private final AssignmentReader reader = new AssignmentReader();
    private final List<Assignment> taken = new ArrayList<>();
    private int size;
    private Assignment next = new Assignment();

    AssignmentJudge(LoadedSchema schema) {
        super(schema);
    }

    @Override
    public void begin() {
        size = 0;
        next = buffer();
    }

    @Override
    Reading read(byte[] bytes, int from, int to) {
        return reader.read(bytes, from, to, next);
    }

    @Override
    int readPlain(byte[] bytes, int from, int to) {
        return reader.readPlain(bytes, from, to, next);
    }

    @Override
    boolean lacksSomething() {
        return !next.hasRequestId || next.variant.isEmpty();
    }

    @Override
    boolean lacksRequestId() {
        return !next.hasRequestId;
    }

    @Override
    void take(byte[] bytes, int from, int to) {
        size++;
        next = buffer();
    }

    private Assignment buffer() {
        if (size == taken.size()) {
            taken.add(new Assignment());
        }
        return taken.get(size);
    }

    int size() {
        return size;
    }

    Assignment assignment(int i) {
        return taken.get(i);
    }
}
