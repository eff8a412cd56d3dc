package io.github.recsyseval.evaluation;

import io.github.recsyseval.engine.JoinRun;
import io.github.recsyseval.join.AssignmentClass;
import io.github.recsyseval.join.OutcomeClass;
import java.util.LinkedHashMap;
import java.util.Map;

/** How many records of each kind are in which class, by the classes' labels in their order; each record is in one. */
final class RecordClasses {
    private final JoinRun run;

    RecordClasses(JoinRun run) {
        this.run = run;
    }

    Map<String, Long> ofExposures() {
        Map<String, Long> classes = new LinkedHashMap<>();
        classes.put("invalid", run.exposures().ledger().invalid());
        classes.put("identical_duplicate", run.join().identicalDuplicates());
        classes.put("conflicting_duplicate", run.join().conflictingDuplicates());
        classes.put("excluded", run.tally().excluded() + run.join().excludedDuplicates());
        classes.put("joined", run.tally().joined());
        classes.put("without_outcome", run.tally().evaluated() - run.tally().joined());
        return classes;
    }

    Map<String, Long> ofOutcomes() {
        long[] counts = run.join().outcomeClasses();
        long missing = run.outcomes().completeness().missingRequestId();
        Map<String, Long> classes = new LinkedHashMap<>();
        for (OutcomeClass is : OutcomeClass.values()) {
            long count = switch (is) {
                case MISSING_REQUEST_ID -> missing;
                case INVALID -> run.outcomes().ledger().invalid() - missing;
                default -> counts[is.ordinal()];
            };
            classes.put(is.label(), count);
        }
        return classes;
    }

    Map<String, Long> ofAssignments() {
        long[] counts = run.assignmentBooks().get().counts();
        long missing = run.assignments().completeness().missingRequestId();
        Map<String, Long> classes = new LinkedHashMap<>();
        for (AssignmentClass is : AssignmentClass.values()) {
            long count = switch (is) {
                case MISSING_REQUEST_ID -> missing;
                case INVALID -> run.assignments().ledger().invalid() - missing;
                default -> counts[is.ordinal()];
            };
            classes.put(is.label(), count);
        }
        return classes;
    }
}
