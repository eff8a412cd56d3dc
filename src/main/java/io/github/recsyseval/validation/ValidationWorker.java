package io.github.recsyseval.validation;

import io.github.recsyseval.mapping.LineMapper;
import io.github.recsyseval.mapping.MapTally;
import io.github.recsyseval.source.Chunk;
import io.github.recsyseval.source.ChunkPipeline;
import io.github.recsyseval.source.ContractGuess;
import io.github.recsyseval.source.InputException;
import io.github.recsyseval.source.LineWorker;
import io.github.recsyseval.source.Position;
import io.github.recsyseval.stat.TimeHistogram;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.jspecify.annotations.Nullable;

/** One thread's share of a validation: judges lines by itself, enters what it found when its turn comes. */
final class ValidationWorker implements ChunkPipeline.Worker {
    private final Validation validation;
    private final RecordJudge judge;
    private final LineWorker lines;
    private final @Nullable LineMapper mapper;

    ValidationWorker(Validation validation) {
        this.validation = validation;
        judge = validation.newJudge();
        mapper = validation.newMapper();
        lines = new LineWorker(judge, validation.plan().read().maxLineBytes(), mapper);
    }

    /** What the map did so far; null without one. */
    @Nullable MapTally mapping() {
        return mapper == null ? null : mapper.tally();
    }

    @Override
    public void read(Chunk chunk) {
        lines.read(chunk);
    }

    @Override
    public void commit(Chunk chunk) {
        if (chunk.firstOfFile() && lines.valid() == 0 && lines.invalid() > 0 && validation.isPublished()) {
            requireContract(chunk);
        }
        long before = validation.ledger().enter(chunk, lines);
        copy(chunk);
        for (int i = 0; i < lines.valid(); i++) {
            record(i, Position.of(chunk.file(), before + lines.lineOfRecord(i) + 1));
        }
    }

    private void record(int i, long position) {
        Repeat repeat = judge.repeat(i, validation.requests());
        if (repeat == Repeat.OPEN) {
            validation.requests().defer(judge.record(i, position));
        } else if (validation.findings().isPlain(judge.observations(i), repeat) && !judge.hasSightings(i)) {
            validation.findings().addPlain(judge.observations(i));
        } else {
            validation.take(repeat, judge.record(i, position));
        }
    }

    /** The times of all valid records of this worker. */
    TimeHistogram times() {
        return judge.allTimes();
    }

    private void requireContract(Chunk chunk) {
        String expected = validation.plan().schema().name();
        ContractGuess.of(chunk, expected).ifPresent(match -> {
            String found = match.contract().schema();
            throw new InputException(validation.ledger().fileName(chunk) + ": these look like " + found
                    + " records, not " + expected + " (" + match.checked() + " checked); validate them with --schema "
                    + found);
        });
    }

    private void copy(Chunk chunk) {
        try {
            validation.sorter().sort(chunk, lines);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
