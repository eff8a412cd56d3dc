package io.github.recsyseval.validation;

import io.github.recsyseval.event.Assignment;
import io.github.recsyseval.event.AssignmentReader;
import io.github.recsyseval.event.Reading;

/** What is odd about assignments: the time. */
final class AssignmentInspector extends RecordInspector {
    private final AssignmentReader reader = new AssignmentReader();
    private final Assignment assignment = new Assignment();

    @Override
    Reading read(byte[] line, int from, int to) {
        return reader.read(line, from, to, assignment);
    }

    @Override
    long timestamp() {
        return assignment.timestamp;
    }

    @Override
    int observations() {
        return ofTime(assignment.timestamp);
    }
}
