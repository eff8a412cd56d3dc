package io.github.recsyseval.engine;

import io.github.recsyseval.diagnosis.OutcomeWatch;
import io.github.recsyseval.join.OutcomeIndex;
import io.github.recsyseval.source.Chunk;

/** Puts outcomes into the index in input order. */
final class OutcomeWorker extends RecordWorker {
    private final OutcomeJudge judge;
    private final OutcomeIndex index;
    private final OutcomeWatch watch;
    private final JoinSink sink;

    OutcomeWorker(Intake intake, OutcomeIndex index, OutcomeWatch watch, JoinSink sink) {
        this(intake, new OutcomeJudge(intake.schema()), index, watch, sink);
    }

    private OutcomeWorker(Intake intake, OutcomeJudge judge, OutcomeIndex index, OutcomeWatch watch, JoinSink sink) {
        super(intake, judge);
        this.judge = judge;
        this.index = index;
        this.watch = watch;
        this.sink = sink;
    }

    @Override
    void commitRecords(Chunk chunk) {
        for (int i = 0; i < judge.size(); i++) {
            int from = judge.lines().from(i);
            int to = judge.lines().to(i);
            index.add(judge.outcome(i));
            watch.see(judge.outcome(i), text(chunk), from, to);
            if (sink.isActive()) {
                sink.outcome(text(chunk), from, to);
            }
        }
    }
}
