package io.github.recsyseval.diagnosis;

import io.github.recsyseval.stat.Mix64;
import java.util.ArrayList;
import java.util.List;

/**
 * All records of a sample of users: those whose hash lies below a threshold, which halves as often as it takes to hold the records to a
 * number. Which users are in it depends on the data alone, not on its order or on how it was split between threads.
 */
final class UserSample<R extends UserSample.Sampled> {
    /** Beyond so many records the threshold halves. */
    static final int MOST = 1 << 15;

    /** A record of a user. */
    interface Sampled {
        /** The 64-bit hash of the user id. */
        long user();
    }

    private int halvings;
    private List<R> records = new ArrayList<>();

    /** Whether a user's records belong to the sample as it stands now. */
    boolean takes(long user) {
        return takes(user, halvings);
    }

    private static boolean takes(long user, int halvings) {
        return halvings == 0 || Mix64.mix(user) >>> (64 - halvings) == 0;
    }

    /** Adds a record of a user who {@link #takes(long) belongs}. */
    void add(R record) {
        records.add(record);
        shrink();
    }

    void add(UserSample<R> other) {
        records.addAll(other.records);
        narrow(Math.max(halvings, other.halvings));
        shrink();
    }

    private void shrink() {
        while (records.size() > MOST && halvings < 40) {
            narrow(halvings + 1);
        }
    }

    private void narrow(int to) {
        if (to > halvings) {
            halvings = to;
            List<R> kept = new ArrayList<>();
            for (R record : records) {
                if (takes(record.user())) {
                    kept.add(record);
                }
            }
            records = kept;
        }
    }

    /** The records of those users who are in this sample and in the other. */
    List<R> in(UserSample<?> other) {
        return records.stream().filter(record -> other.takes(record.user())).toList();
    }

    /** All its records, in no particular order. */
    List<R> records() {
        return records;
    }
}
