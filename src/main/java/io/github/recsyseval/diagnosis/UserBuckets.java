package io.github.recsyseval.diagnosis;

import io.github.recsyseval.stat.Mix64;

/** Exposures by the hash of their user, in so many buckets that one far above all others is one user's. Integers; any order, any split. */
final class UserBuckets {
    private static final int BITS = 14;

    private final long[] counts = new long[1 << BITS];
    private boolean any;
    private boolean several;
    private long user;

    void add(long user) {
        one(user);
        counts[(int) (Mix64.mix(user) >>> (64 - BITS))]++;
    }

    private void one(long who) {
        several |= any && who != user;
        any = true;
        user = who;
    }

    void add(UserBuckets other) {
        several |= other.several;
        if (other.any) {
            one(other.user);
        }
        for (int i = 0; i < counts.length; i++) {
            counts[i] += other.counts[i];
        }
    }

    /** Whether all exposures are of one user. */
    boolean isOneUser() {
        return any && !several;
    }

    /** The exposures of every bucket. */
    long[] counts() {
        return counts.clone();
    }
}
