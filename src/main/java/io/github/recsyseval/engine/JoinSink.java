package io.github.recsyseval.engine;

import io.github.recsyseval.join.ExposureClass;
import io.github.recsyseval.join.JoinedRequest;

/** Takes joined lines as they come, in input order; for outputs that carry the records themselves. */
public interface JoinSink {
    /** Whether nothing is to be kept or written. */
    JoinSink NONE = new JoinSink() {};

    /** Whether {@link #outcome} and {@link #joined} are to be called at all. */
    default boolean isActive() {
        return false;
    }

    /** A valid outcome line {@code bytes[from, to)}; they are numbered from 0 in the order of these calls. */
    default void outcome(byte[] bytes, int from, int to) {}

    /** A valid exposure line that is not evaluated. */
    default void leftOut(byte[] bytes, int from, int to, ExposureClass why) {}

    /** An evaluated exposure line {@code bytes[from, to)} with its outcomes. */
    default void joined(byte[] bytes, int from, int to, JoinedRequest request) {}
}
