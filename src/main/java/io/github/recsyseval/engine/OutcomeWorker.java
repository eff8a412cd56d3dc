package io.github.recsyseval.engine;

import io.github.recsyseval.join.OutcomeIndex;
import io.github.recsyseval.source.Chunk;

/** Puts outcomes into the index in input order. */
final class OutcomeWorker extends RecordWorker {
    private final OutcomeJudge judge;
    private final OutcomeIndex index;
    private final JoinSink sink;

    OutcomeWorker(Intake intake, OutcomeIndex index, JoinSink sink) {
        this(intake, new OutcomeJudge(intake.schema()), index, sink);
    }

    private OutcomeWorker(Intake intake, OutcomeJudge judge, OutcomeIndex index, JoinSink sink) {
        super(intake, judge);
        this.judge = judge;
        this.index = index;
        this.sink = sink;
    }

    @Override
    void commitRecords(Chunk chunk) {
        for (int i = 0; i < judge.size(); i++) {
            index.add(judge.outcome(i));
            if (sink.isActive()) {
                sink.outcome(chunk.bytes(), judge.lines().from(i), judge.lines().to(i));
            }
        }
    }
}
