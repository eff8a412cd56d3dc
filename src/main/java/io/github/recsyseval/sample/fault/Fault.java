package io.github.recsyseval.sample.fault;

import io.github.recsyseval.sample.log.SessionLog;

/**
 * A way in which logging goes wrong.
 *
 * @param name     as in {@code --fault name:rate}
 * @param code     the finding that should notice it, such as {@code J01}; empty for damage to lines and files
 * @param imitates the real-life bug
 * @param rateOf   what the requested rate is a share of
 * @param counts   what the true count counts
 * @param census   out of what it is counted, and by which evidence
 */
public record Fault(
        String name, String code, String imitates, String rateOf, String counts, Census census, Planting planting) {

    /** Changes the lines of one session. */
    @FunctionalInterface
    public interface Planting {
        void plant(SessionLog log, Chance chance);
    }
}
