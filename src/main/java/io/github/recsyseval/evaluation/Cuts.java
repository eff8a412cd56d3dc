package io.github.recsyseval.evaluation;

import io.github.recsyseval.engine.JoinRun;

/** The ways in which the requests of a run are cut. */
record Cuts(NamedSlices segments, NamedSlices days, NamedSlices variants) {
    static Cuts of(JoinRun run) {
        return new Cuts(NamedSlices.segments(run), NamedSlices.days(run), NamedSlices.variants(run));
    }
}
