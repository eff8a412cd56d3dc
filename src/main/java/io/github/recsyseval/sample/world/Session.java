package io.github.recsyseval.sample.world;

import java.util.List;

/** The requests of one user in one go, in order of time. */
public record Session(List<Visit> visits) {
    public Session {
        visits = List.copyOf(visits);
    }

    public long startMs() {
        return visits.get(0).atMs();
    }
}
