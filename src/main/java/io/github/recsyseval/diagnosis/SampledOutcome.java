package io.github.recsyseval.diagnosis;

/**
 * A valid outcome of a sampled user.
 *
 * @param source its number in input order
 * @param id the request id; for comparison only, never printed
 */
record SampledOutcome(long user, int source, String id) implements UserSample.Sampled {}
