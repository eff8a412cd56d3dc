package io.github.recsyseval.spill;

import java.nio.file.Path;

/**
 * How much of the heap may be taken by what grows with the input, and where the rest goes.
 *
 * @param bytes {@link Long#MAX_VALUE} for as much as there is: then nothing is ever written to {@code space}
 */
public record SpillBudget(long bytes, SpillSpace space) {
    /** Everything is held in the heap. */
    public static final SpillBudget UNLIMITED =
            new SpillBudget(Long.MAX_VALUE, new SpillSpace(Path.of(System.getProperty("java.io.tmpdir"))));

    /** Whether there is a limit at all. */
    public boolean isLimited() {
        return bytes != Long.MAX_VALUE;
    }

    /** It, or so much if that is more. */
    public SpillBudget atLeast(long least) {
        return bytes < least ? new SpillBudget(least, space) : this;
    }

    /** The part {@code 1 / divisor} of it. */
    public SpillBudget part(int divisor) {
        return isLimited() ? new SpillBudget(Math.max(1, bytes / divisor), space) : this;
    }

    /** What is left of it when {@code taken} are in use, but at least half. */
    public SpillBudget without(long taken) {
        return isLimited() ? new SpillBudget(Math.max(bytes / 2, bytes - taken), space) : this;
    }
}
