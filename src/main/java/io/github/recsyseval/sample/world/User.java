package io.github.recsyseval.sample.world;

/**
 * A user and what stays the same for them.
 *
 * @param number   counted from 0
 * @param id       the pseudonymous id that honest logs carry
 * @param platform {@code app} or {@code web}
 * @param variant  {@code A} or {@code B} of the running experiment, by hash of the user
 */
public record User(long number, String id, String tenant, String platform, String segment, String variant) {}
