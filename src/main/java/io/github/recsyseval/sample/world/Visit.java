package io.github.recsyseval.sample.world;

import java.util.List;

/**
 * One request as it truly happened: a list that was shown, and what the user did with it.
 *
 * @param number    counted from 0 in the order of the sessions
 * @param latencyTenths as the server measured it, in tenths of a millisecond
 * @param error     whether serving failed; most failed requests have an empty list
 */
public record Visit(
        long number,
        User user,
        long atMs,
        Surface surface,
        String modelVersion,
        List<Shown> list,
        long latencyTenths,
        boolean error,
        List<Reaction> reactions) {

    public Visit {
        list = List.copyOf(list);
        reactions = List.copyOf(reactions);
    }

    public Visit withReactions(List<Reaction> reactions) {
        return new Visit(number, user, atMs, surface, modelVersion, list, latencyTenths, error, reactions);
    }
}
