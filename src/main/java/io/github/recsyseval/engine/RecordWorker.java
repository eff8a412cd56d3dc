package io.github.recsyseval.engine;

import io.github.recsyseval.mapping.LineMapper;
import io.github.recsyseval.mapping.MapTally;
import io.github.recsyseval.source.Chunk;
import io.github.recsyseval.source.ChunkPipeline;
import io.github.recsyseval.source.LineWorker;
import org.jspecify.annotations.Nullable;

/** One thread's reading of one input: lines to the judge, the account to the ledger, the valid records to the subclass. */
abstract class RecordWorker implements ChunkPipeline.Worker {
    private final Intake intake;
    private final ContractJudge judge;
    private final LineWorker lines;
    private final @Nullable LineMapper mapper;

    RecordWorker(Intake intake, ContractJudge judge) {
        this.intake = intake;
        this.judge = judge;
        mapper = intake.newMapper();
        this.lines = new LineWorker(judge, intake.options().maxLineBytes(), mapper);
    }

    @Override
    public final void read(Chunk chunk) {
        lines.read(chunk);
        completeRecords();
    }

    /** Adds what is quicker to find for all valid records of a chunk at once. */
    void completeRecords() {}

    @Override
    public final void commit(Chunk chunk) {
        if (chunk.firstOfFile() && lines.valid() == 0) {
            intake.checkContract(chunk);
        }
        intake.ledger().enter(chunk, lines);
        commitRecords(chunk);
    }

    /** Settles the chunk's valid records, one chunk at a time in input order. */
    abstract void commitRecords(Chunk chunk);

    /** The buffer in which the records of the chunk stand. */
    final byte[] text(Chunk chunk) {
        return lines.text(chunk);
    }

    /** What the map did so far; null without one. */
    final @Nullable MapTally mapping() {
        return mapper == null ? null : mapper.tally();
    }

    final Completeness completeness() {
        return judge.completeness();
    }
}
