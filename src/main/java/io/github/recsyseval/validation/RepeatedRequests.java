package io.github.recsyseval.validation;

import io.github.recsyseval.join.ExposureSet;

/**
 * Notices request ids that occur again, exactly, among the first 1,398,101 distinct ones: so many fit into 48 MiB. Of further ids
 * nothing is kept; {@link #notFollowed} counts their records.
 */
final class RepeatedRequests {
    /** Two thirds of 2^21 slots. */
    static final int LIMIT = (1 << 21) * 2 / 3;

    private final int limit;
    private final ExposureSet seen;
    private int distinct;
    private long notFollowed;

    RepeatedRequests(long expected) {
        this(expected, LIMIT);
    }

    RepeatedRequests(long expected, int limit) {
        this.limit = limit;
        seen = new ExposureSet(Math.min(expected, limit));
    }

    /** Adds a record in input order. */
    Repeat add(long first, long second, long fingerprint) {
        if (distinct >= limit) {
            Repeat known = switch (seen.find(first, second, fingerprint)) {
                case FIRST -> Repeat.FIRST;
                case IDENTICAL -> Repeat.IDENTICAL;
                case CONFLICTING -> Repeat.CONFLICTING;
            };
            notFollowed += known == Repeat.FIRST ? 1 : 0;
            return known;
        }
        return switch (seen.add(first, second, fingerprint)) {
            case FIRST -> {
                distinct++;
                yield Repeat.FIRST;
            }
            case IDENTICAL -> Repeat.IDENTICAL;
            case CONFLICTING -> Repeat.CONFLICTING;
        };
    }

    /** How many records had an id that was not followed, so that among them repeats may have gone unnoticed. */
    long notFollowed() {
        return notFollowed;
    }
}
