package io.github.recsyseval.validation;

import io.github.recsyseval.event.Contract;
import io.github.recsyseval.event.Reading;
import io.github.recsyseval.event.RecordTime;
import io.github.recsyseval.event.Timestamps;
import java.time.Instant;

/** Reads the records of one contract and says what is odd about them. One instance serves one thread. */
abstract class RecordInspector {
    private static final long YEAR_2000 = micros("2000-01-01T00:00:00Z");
    private static final long YEAR_2100 = micros("2100-01-01T00:00:00Z");

    /** The inspector of the contract with that schema; one that is never sure for any other schema. */
    static RecordInspector of(String schema) {
        if (schema.equals(Contract.EXPOSURE.schema())) {
            return new ExposureInspector();
        }
        if (schema.equals(Contract.OUTCOME.schema())) {
            return new OutcomeInspector();
        }
        return schema.equals(Contract.ASSIGNMENT.schema()) ? new AssignmentInspector() : new UnknownInspector();
    }

    /** Reads a line as far as it goes. */
    abstract Reading read(byte[] line, int from, int to);

    /** The sum of {@link Observation#bit bits} of what is odd about the record read last, which is valid. */
    abstract int observations();

    /** The time of the record read last, in microseconds since 1970, or {@link Timestamps#UNREADABLE}. */
    abstract long timestamp();

    /** Whether records are told apart by their request id, which must not occur again. */
    boolean hasIdentity() {
        return false;
    }

    /** The record read last, for those that have an identity. */
    long requestFirst() {
        return 0;
    }

    long requestSecond() {
        return 0;
    }

    long fingerprint() {
        return 0;
    }

    static int ofTime(long micros) {
        if (micros == Timestamps.UNREADABLE) {
            return 0;
        }
        if (micros >= YEAR_2100) {
            return Observation.FAR_FUTURE.bit();
        }
        return micros < YEAR_2000 ? Observation.BEFORE_2000.bit() : 0;
    }

    private static long micros(String moment) {
        return Instant.parse(moment).getEpochSecond() * 1_000_000L;
    }

    /** For schemas that the program knows nothing about. */
    private static final class UnknownInspector extends RecordInspector {
        private long timestamp;

        @Override
        Reading read(byte[] line, int from, int to) {
            timestamp = RecordTime.of(line, from, to);
            return Reading.UNSURE;
        }

        @Override
        long timestamp() {
            return timestamp;
        }

        @Override
        int observations() {
            return 0;
        }
    }
}
