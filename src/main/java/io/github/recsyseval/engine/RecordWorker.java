package io.github.recsyseval.engine;

import io.github.recsyseval.source.Chunk;
import io.github.recsyseval.source.ChunkPipeline;
import io.github.recsyseval.source.LineWorker;

/** One thread's reading of one input: lines to the judge, the account to the ledger, the valid records to the subclass. */
abstract class RecordWorker implements ChunkPipeline.Worker {
    private final Intake intake;
    private final ContractJudge judge;
    private final LineWorker lines;

    RecordWorker(Intake intake, ContractJudge judge) {
        this.intake = intake;
        this.judge = judge;
        this.lines = new LineWorker(judge, intake.options().maxLineBytes());
    }

    @Override
    public final void read(Chunk chunk) {
        lines.read(chunk);
    }

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

    final Completeness completeness() {
        return judge.completeness();
    }
}
