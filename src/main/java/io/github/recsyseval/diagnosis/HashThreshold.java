package io.github.recsyseval.diagnosis;

import io.github.recsyseval.stat.Mix64;

/**
 * Which users, requests or surfaces are in a sample: those whose hash lies below a threshold, which halves as often as it takes to hold
 * their records to a number. It depends on the data alone, not on its order or on how it was split between threads.
 */
final class HashThreshold {
    /** Beyond so many records the threshold halves. */
    static final int MOST = 1 << 15;

    private static final int MOST_HALVINGS = 40;

    private final int most;
    private int halvings;

    HashThreshold() {
        this(MOST);
    }

    /** @param most beyond so many records the threshold halves */
    HashThreshold(int most) {
        this.most = most;
    }

    /** Whether the records of whoever has a hash belong to the sample as it stands now. */
    boolean takes(long hash) {
        return halvings == 0 || Mix64.mix(hash) >>> (64 - halvings) == 0;
    }

    /** Halves the threshold if a number of records is too large; then records must be looked at again. */
    boolean halvesAt(int records) {
        return records > most && halves();
    }

    /** Halves the threshold, unless that was done too often already; then records must be looked at again. */
    boolean halves() {
        if (halvings >= MOST_HALVINGS) {
            return false;
        }
        halvings++;
        return true;
    }

    /** For how many each one in the sample stands, about. */
    long parts() {
        return 1L << halvings;
    }

    /** Takes nobody whom another threshold does not take; if true, records must be looked at again. */
    boolean lowerTo(HashThreshold other) {
        boolean lower = halvings < other.halvings;
        halvings = Math.max(halvings, other.halvings);
        return lower;
    }
}
