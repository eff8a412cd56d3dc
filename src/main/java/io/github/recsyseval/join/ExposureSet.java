package io.github.recsyseval.join;

import io.github.recsyseval.spill.SpillFile;

/**
 * The request ids of the exposures seen so far, with a fingerprint of each, in open addressing: 24 bytes a slot, at most two
 * thirds full.
 */
public final class ExposureSet {
    /** What a further exposure is to those before it. */
    public enum Seen {
        /** The first with its request id. */
        FIRST,
        /** Says the same as the first with its request id, in every field. */
        IDENTICAL,
        /** Has the request id of an earlier one and says something else. */
        CONFLICTING
    }

    private static final int MOST_SLOTS = 1 << 28;

    /** About what a line of an exposure log takes. */
    private static final int BYTES_PER_EXPOSURE = 600;

    private long[] slots;
    private int capacity;
    /** So many ids may be in the table: two thirds of its slots. */
    private int most;

    private int size;
    /** Written so that no compiler leaves the reading out. */
    @SuppressWarnings("UnusedVariable")
    private long touched;

    private boolean zeroSeen;
    private long zeroFingerprint;

    /** @param expected about how many distinct requests will come; a wrong guess costs time, nothing else */
    public ExposureSet(long expected) {
        allocate(slots(expected));
    }

    /** A guess how many exposures there are in a log of so many bytes. */
    public static long likelyIn(long bytes) {
        return bytes / BYTES_PER_EXPOSURE;
    }

    private static int slots(long expected) {
        return (int) Math.min(MOST_SLOTS, Math.max(1024, expected * 3 / 2 + expected / 16));
    }

    private void allocate(int count) {
        slots = new long[3 * count];
        capacity = count;
        most = (int) (count * 2L / 3);
    }

    /** Maps the evenly spread upper bits of a hash to the slots, however many there are. */
    private int slot(long first) {
        return slot(first, capacity);
    }

    static int slot(long first, int capacity) {
        return (int) ((first >>> 33) * capacity >>> 31);
    }

    /** Adds an exposure, in input order. */
    public Seen add(long first, long second, long fingerprint) {
        if (first == 0 && second == 0) {
            return addZero(fingerprint);
        }
        int slot = slot(first);
        while (true) {
            int at = 3 * slot;
            if (slots[at] == first && slots[at + 1] == second) {
                return slots[at + 2] == fingerprint ? Seen.IDENTICAL : Seen.CONFLICTING;
            }
            if (slots[at] == 0 && slots[at + 1] == 0) {
                slots[at] = first;
                slots[at + 1] = second;
                slots[at + 2] = fingerprint;
                if (++size > most) {
                    grow();
                }
                return Seen.FIRST;
            }
            slot = slot + 1 == capacity ? 0 : slot + 1;
        }
    }

    /** Looks at the places of several request ids, which the processor does at the same time, so that they are in the cache when needed. */
    void touch(long[] firsts, int from, int to) {
        long any = 0;
        for (int i = from; i < to; i++) {
            any |= slots[3 * slot(firsts[i])];
        }
        touched = any;
    }

    /** What an exposure would be if it were added now. */
    public Seen find(long first, long second, long fingerprint) {
        if (first == 0 && second == 0) {
            return !zeroSeen ? Seen.FIRST : zeroFingerprint == fingerprint ? Seen.IDENTICAL : Seen.CONFLICTING;
        }
        for (int slot = slot(first); ; slot = slot + 1 == capacity ? 0 : slot + 1) {
            int at = 3 * slot;
            if (slots[at] == first && slots[at + 1] == second) {
                return slots[at + 2] == fingerprint ? Seen.IDENTICAL : Seen.CONFLICTING;
            }
            if (slots[at] == 0 && slots[at + 1] == 0) {
                return Seen.FIRST;
            }
        }
    }

    /** The hash 0, 0 marks an empty slot; should an id ever have it, it is kept aside. */
    private Seen addZero(long fingerprint) {
        if (!zeroSeen) {
            zeroSeen = true;
            zeroFingerprint = fingerprint;
            return Seen.FIRST;
        }
        return zeroFingerprint == fingerprint ? Seen.IDENTICAL : Seen.CONFLICTING;
    }

    /** How many distinct request ids are in the table; the hash 0, 0 is not. */
    int size() {
        return size;
    }

    /** How many bytes are in use while the next one is added: three times those of the table when it has to grow for it. */
    long bytesForNext() {
        long bytes = 24L * capacity;
        return size == most ? 3 * bytes : bytes;
    }

    /** Tells a filter of every request id. */
    void addTo(RequestFilter filter) {
        if (zeroSeen) {
            filter.add(0, 0);
        }
        for (int at = 0; at < slots.length; at += 3) {
            if (slots[at] != 0 || slots[at + 1] != 0) {
                filter.add(slots[at], slots[at + 1]);
            }
        }
    }

    /** Moves the table into a file and goes on with an empty one for about {@code expected} requests. The hash 0, 0 stays here. */
    FrozenExposures freeze(SpillFile file, long expected) {
        file.putLongs(slots, 0, slots.length);
        FrozenExposures frozen = new FrozenExposures(file.inPlace(), capacity);
        slots = new long[0];
        size = 0;
        allocate(slots(expected));
        return frozen;
    }

    private void grow() {
        long[] old = slots;
        if (capacity == MOST_SLOTS) {
            throw new OutOfMemoryError("more than 178 million distinct request ids in one join");
        }
        allocate((int) Math.min(MOST_SLOTS, 2L * capacity));
        for (int at = 0; at < old.length; at += 3) {
            if (old[at] != 0 || old[at + 1] != 0) {
                int slot = slot(old[at]);
                while (slots[3 * slot] != 0 || slots[3 * slot + 1] != 0) {
                    slot = slot + 1 == capacity ? 0 : slot + 1;
                }
                System.arraycopy(old, at, slots, 3 * slot, 3);
            }
        }
    }
}
