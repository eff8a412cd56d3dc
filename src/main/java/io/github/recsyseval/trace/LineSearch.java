package io.github.recsyseval.trace;

import io.github.recsyseval.engine.LineVerdict;
import io.github.recsyseval.event.Contract;
import io.github.recsyseval.event.Reading;
import io.github.recsyseval.schema.LoadedSchema;
import io.github.recsyseval.schema.Violation;
import io.github.recsyseval.source.Chunk;
import io.github.recsyseval.source.LineJudge;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Looks through the lines of a chunk and keeps those that are wanted. */
final class LineSearch implements LineJudge {
    /** Which lines are kept. Serves several threads at once. */
    interface Wanted {
        /** @param fields what has been read of the line {@code bytes[from, to)}, which is a JSON object */
        boolean test(Fields fields, byte[] bytes, int from, int to);
    }

    /**
     * A wanted line.
     *
     * @param number its place among the lines judged in the chunk
     * @param isRecord whether it is a JSON object; one that is not is taken because an id is a value in it
     */
    record Hit(
            int number,
            boolean isRecord,
            byte[] text,
            @Nullable RequestKey request,
            long user,
            long time,
            long[] items,
            List<Violation> violations) {}

    private final Needles needles;
    private final Wanted wanted;
    private final Fields fields;
    private final LineVerdict verdict;
    private final List<Hit> hits = new ArrayList<>();
    private int judged;
    private int unreadable;
    private int end;

    LineSearch(Contract contract, LoadedSchema schema, Needles needles, Wanted wanted) {
        this.needles = needles.copy();
        this.wanted = wanted;
        fields = new Fields(contract);
        verdict = new LineVerdict(schema);
    }

    void over(Chunk chunk) {
        end = chunk.length();
    }

    @Override
    public void begin() {
        needles.begin();
        hits.clear();
        judged = 0;
        unreadable = 0;
    }

    @Override
    public List<Violation> judge(byte[] bytes, int from, int to) {
        int number = judged++;
        if (needles.mayBeIn(bytes, from, to, end)) {
            look(number, bytes, from, to);
        }
        return List.of();
    }

    private void look(int number, byte[] bytes, int from, int to) {
        Reading reading = fields.read(bytes, from, to);
        if (reading == Reading.NOT_A_RECORD) {
            unreadable++;
            needles.valueIn(bytes, from, to)
                    .ifPresent(id -> hits.add(new Hit(
                            number,
                            false,
                            Arrays.copyOfRange(bytes, from, to),
                            RequestKey.of(id),
                            0,
                            Long.MIN_VALUE,
                            new long[0],
                            verdict.of(reading, bytes, from, to))));
        } else if (wanted.test(fields, bytes, from, to)) {
            hits.add(new Hit(
                    number,
                    true,
                    Arrays.copyOfRange(bytes, from, to),
                    fields.request(),
                    fields.user(),
                    fields.time(),
                    fields.items(),
                    verdict.of(reading, bytes, from, to)));
        }
    }

    /** How many of the chunk's lines that were looked at are no JSON objects. */
    int unreadable() {
        return unreadable;
    }

    List<Hit> hits() {
        return hits;
    }
}
