package io.github.recsyseval.engine;

import io.github.recsyseval.event.Outcome;
import io.github.recsyseval.event.OutcomeReader;
import io.github.recsyseval.event.Reading;
import io.github.recsyseval.schema.LoadedSchema;

/** Keeps the valid outcomes of a chunk until it is their turn to be indexed. */
final class OutcomeJudge extends ContractJudge {
    private final OutcomeReader reader = new OutcomeReader();
    private final Buffers<Outcome> taken = new Buffers<>(Outcome::new);
    private final Lines lines = new Lines();
    private Outcome next = new Outcome();

    OutcomeJudge(LoadedSchema schema) {
        super(schema);
    }

    @Override
    public void begin() {
        taken.clear();
        lines.clear();
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
        return !next.hasRequestId || !next.hasItem;
    }

    @Override
    boolean lacksRequestId() {
        return !next.hasRequestId;
    }

    @Override
    void take(byte[] bytes, int from, int to) {
        taken.keep();
        lines.add(from, to);
        next = taken.next();
    }

    int size() {
        return taken.size();
    }

    Outcome outcome(int i) {
        return taken.get(i);
    }

    Lines lines() {
        return lines;
    }
}
