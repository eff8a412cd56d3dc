package io.github.recsyseval.engine;

import io.github.recsyseval.event.Reading;
import io.github.recsyseval.schema.LoadedSchema;
import io.github.recsyseval.schema.Violation;
import io.github.recsyseval.source.LineJudge;
import java.util.List;

/**
 * Judges the lines of one contract: the reader vouches for plain lines, the schema decides on all others. What the schema accepts
 * is taken, what it refuses is not, in every command alike.
 */
abstract class ContractJudge implements LineJudge {
    private final LineVerdict verdict;
    private final Completeness completeness = new Completeness();

    /** @param schema used only for lines that are not plain, so that clean logs never load the schema library */
    ContractJudge(LoadedSchema schema) {
        verdict = new LineVerdict(schema);
    }

    @Override
    public final int takePlain(byte[] bytes, int from, int to) {
        int end = readPlain(bytes, from, to);
        if (end >= 0) {
            completeness.add(lacksSomething(), lacksRequestId());
            take(bytes, from, end);
        }
        return end;
    }

    @Override
    public final List<Violation> judge(byte[] bytes, int from, int to) {
        Reading reading = read(bytes, from, to);
        if (reading != Reading.NOT_A_RECORD) {
            completeness.add(lacksSomething(), lacksRequestId());
        }
        List<Violation> violations = verdict.of(reading, bytes, from, to);
        if (!violations.isEmpty()) {
            return violations;
        }
        take(bytes, from, to);
        return List.of();
    }

    abstract Reading read(byte[] bytes, int from, int to);

    /** Reads the line at {@code from} if it is plain: its end, or -1. */
    abstract int readPlain(byte[] bytes, int from, int to);

    abstract boolean lacksSomething();

    abstract boolean lacksRequestId();

    /** Takes in the record read last, which is valid. */
    abstract void take(byte[] bytes, int from, int to);

    final Completeness completeness() {
        return completeness;
    }
}
