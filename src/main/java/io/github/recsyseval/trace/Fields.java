package io.github.recsyseval.trace;

import io.github.recsyseval.event.Assignment;
import io.github.recsyseval.event.AssignmentReader;
import io.github.recsyseval.event.Contract;
import io.github.recsyseval.event.Exposure;
import io.github.recsyseval.event.ExposureReader;
import io.github.recsyseval.event.Outcome;
import io.github.recsyseval.event.OutcomeReader;
import io.github.recsyseval.event.Reading;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads lines of one contract for what all contracts have in common. One instance serves one thread. */
final class Fields {
    private static final long[] NONE = {};

    private final Contract contract;
    private final ExposureReader exposures = new ExposureReader(List.of());
    private final OutcomeReader outcomes = new OutcomeReader();
    private final AssignmentReader assignments = new AssignmentReader();
    private final Exposure exposure = new Exposure(0);
    private final Outcome outcome = new Outcome();
    private final Assignment assignment = new Assignment();

    Fields(Contract contract) {
        this.contract = contract;
    }

    Reading read(byte[] bytes, int from, int to) {
        return switch (contract) {
            case EXPOSURE -> exposures.read(bytes, from, to, exposure);
            case OUTCOME -> outcomes.read(bytes, from, to, outcome);
            default -> assignments.read(bytes, from, to, assignment);
        };
    }

    /** Null without a usable request id. */
    @Nullable RequestKey request() {
        return switch (contract) {
            case EXPOSURE ->
                exposure.hasRequestId ? new RequestKey(exposure.requestFirst, exposure.requestSecond) : null;
            case OUTCOME -> outcome.hasRequestId ? new RequestKey(outcome.requestFirst, outcome.requestSecond) : null;
            default ->
                assignment.hasRequestId ? new RequestKey(assignment.requestFirst, assignment.requestSecond) : null;
        };
    }

    long user() {
        return switch (contract) {
            case EXPOSURE -> exposure.user;
            case OUTCOME -> outcome.user;
            default -> assignment.user;
        };
    }

    /** Microseconds since 1970; {@link Long#MIN_VALUE} when not readable. */
    long time() {
        return switch (contract) {
            case EXPOSURE -> exposure.timestamp;
            case OUTCOME -> outcome.timestamp;
            default -> assignment.timestamp;
        };
    }

    /** Hashes of the items shown or acted on. */
    long[] items() {
        return switch (contract) {
            case EXPOSURE -> Arrays.copyOf(exposure.items, exposure.itemCount);
            case OUTCOME -> new long[] {outcome.item};
            default -> NONE;
        };
    }

    Exposure exposure() {
        return exposure;
    }

    Outcome outcome() {
        return outcome;
    }

    Assignment assignment() {
        return assignment;
    }
}
