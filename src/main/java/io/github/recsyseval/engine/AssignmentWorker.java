package io.github.recsyseval.engine;

import io.github.recsyseval.join.AssignmentIndex;
import io.github.recsyseval.source.Chunk;

/** Puts assignments into the index in input order. */
final class AssignmentWorker extends RecordWorker {
    private final AssignmentJudge judge;
    private final AssignmentIndex index;

    AssignmentWorker(Intake intake, AssignmentIndex index) {
        this(intake, new AssignmentJudge(intake.schema()), index);
    }

    private AssignmentWorker(Intake intake, AssignmentJudge judge, AssignmentIndex index) {
        super(intake, judge);
        this.judge = judge;
        this.index = index;
    }

    @Override
    void commitRecords(Chunk chunk) {
        for (int i = 0; i < judge.size(); i++) {
            index.add(judge.assignment(i));
        }
    }
}
