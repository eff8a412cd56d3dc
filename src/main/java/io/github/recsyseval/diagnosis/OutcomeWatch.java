package io.github.recsyseval.diagnosis;

import io.github.recsyseval.event.Outcome;

/** Watches valid outcomes in input order, one at a time. */
public final class OutcomeWatch {
    private final SampledOutcomes sample = new SampledOutcomes();
    private final SampledLines lines = new SampledLines();
    private int number;

    /** Sees the next outcome, logged in {@code bytes[from, to)}. */
    public void see(Outcome outcome, byte[] bytes, int from, int to) {
        if (sample.takes(outcome.user)) {
            sample.add(outcome, number, bytes, from, to);
        }
        if (lines.takes(outcome.requestFirst)) {
            lines.add(outcome.requestFirst, false, bytes, from, to);
        }
        number++;
    }

    SampledLines lines() {
        return lines;
    }

    SampledOutcomes sample() {
        return sample;
    }
}
