package io.github.recsyseval.diagnosis;

import io.github.recsyseval.join.JoinedRequest;

/**
 * What one thread keeps of the exposures that only {@code --where} leaves out. No figure rests on them, but an outcome without an exposure
 * may be of any context: whoever asks where its exposure is must look among these, too.
 */
final class OtherContexts {
    private final SampledExposures sample = new SampledExposures();
    private final LongCounts minutes = new LongCounts(RequestWatch.MOST_MINUTES);
    private long first = Long.MAX_VALUE;
    private long last = Long.MIN_VALUE;

    /** Sees an exposure that is logged in {@code bytes[from, to)}. */
    void see(JoinedRequest exposure, byte[] bytes, int from, int to) {
        minutes.add(Math.floorDiv(exposure.timestamp(), RequestWatch.MINUTE), 1);
        first = Math.min(first, exposure.timestamp());
        last = Math.max(last, exposure.timestamp());
        if (sample.takes(exposure.user())) {
            sample.add(exposure, bytes, from, to);
        }
    }

    /** Takes over what another thread kept. */
    void add(OtherContexts other) {
        sample.add(other.sample);
        minutes.add(other.minutes);
        first = Math.min(first, other.first);
        last = Math.max(last, other.last);
    }

    /** These and the evaluated ones: exposures of the users who are in both samples. */
    SampledExposures with(SampledExposures evaluated) {
        if (isEmpty()) {
            return evaluated;
        }
        SampledExposures all = new SampledExposures();
        all.add(evaluated);
        all.add(sample);
        return all;
    }

    /** Whether there are none. */
    boolean isEmpty() {
        return first > last;
    }

    /** Exposures by minute. */
    LongCounts minutes() {
        return minutes;
    }

    /** The time of the earliest one in microseconds since 1970; the largest long without any. */
    long first() {
        return first;
    }

    /** The time of the latest one; the smallest long without any. */
    long last() {
        return last;
    }
}
