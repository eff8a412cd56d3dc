package io.github.recsyseval.diagnosis;

import io.github.recsyseval.event.Outcome;
import org.jspecify.annotations.Nullable;

/** Watches valid outcomes in input order, one at a time. */
public final class OutcomeWatch {
    private final SampledOutcomes sample = new SampledOutcomes();
    private final SampledLines lines = new SampledLines();
    private int number;
    private @Nullable UnmatchedCauses causes;

    /** Sees the next outcome, logged in {@code bytes[from, to)}. */
    public void see(Outcome outcome, byte[] bytes, int from, int to) {
        if (sample.takes(outcome.user)) {
            sample.add(outcome, number, bytes, from, to);
        }
        if (lines.takes(outcome.requestFirst)) {
            lines.add(outcome.requestFirst, bytes, from, to);
        }
        number++;
    }

    SampledLines lines() {
        return lines;
    }

    SampledOutcomes sample() {
        return sample;
    }

    /** Why outcomes of the sample have no exposure; to be asked for when all has been joined, by one thread at a time. */
    UnmatchedCauses causes(Evidence evidence) {
        if (causes == null) {
            causes = new UnmatchedCauses(evidence);
        }
        return causes;
    }
}
