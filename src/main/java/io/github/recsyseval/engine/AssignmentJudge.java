package io.github.recsyseval.engine;

import io.github.recsyseval.event.Assignment;
import io.github.recsyseval.event.AssignmentReader;
import io.github.recsyseval.event.Reading;
import io.github.recsyseval.schema.LoadedSchema;

/** Keeps the valid assignments of a chunk until it is their turn to be indexed. */
final class AssignmentJudge extends ContractJudge {
    private final AssignmentReader reader = new AssignmentReader();
    private final Buffers<Assignment> taken = new Buffers<>(Assignment::new);
    private Assignment next = new Assignment();

    AssignmentJudge(LoadedSchema schema) {
        super(schema);
    }

    @Override
    public void begin() {
        taken.clear();
        next = taken.next();
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
        taken.keep();
        next = taken.next();
    }

    int size() {
        return taken.size();
    }

    Assignment assignment(int i) {
        return taken.get(i);
    }
}
