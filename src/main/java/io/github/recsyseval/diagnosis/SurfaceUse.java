package io.github.recsyseval.diagnosis;

import io.github.recsyseval.stat.Mix64;
import java.util.HashSet;
import java.util.Set;

/**
 * How often each surface occurs in all evaluated exposures, and whether more than one user was there: of all surfaces as long as there are
 * at most {@value #MOST}, of more for those whose hash lies below a threshold. Depends on neither order nor split of the exposures.
 */
final class SurfaceUse {
    static final int MOST = 1 << 12;
    private static final int SLOTS = 2 * MOST;

    /**
     * What the surfaces looked at are like.
     *
     * @param parts 1 when all were looked at, or else for how many each of them stands
     * @param once surfaces that occur once
     * @param ofOneUser surfaces that occur several times, always with the same user
     * @param exposuresOfOneUser the exposures there
     * @param usersAlone how many users have such surfaces
     * @param shared surfaces with several users
     * @param twice those of them that occur twice
     */
    record Tally(
            long parts, long once, long ofOneUser, long exposuresOfOneUser, long usersAlone, long shared, long twice) {}

    private final HashThreshold surfaces = new HashThreshold(MOST);
    private int[] hashes = new int[SLOTS];
    private long[] users = new long[SLOTS];
    /** Exposures on the surface; 0 in an empty slot, below 0 once there were several users. */
    private long[] counts = new long[SLOTS];

    private int size;

    /** Counts an exposure of a user on the surface with a hash; 0 for none. */
    void add(int surface, long user) {
        if (surface != 0) {
            add(surface, user, 1);
        }
    }

    /** @param count below 0 for exposures of several users */
    private void add(int surface, long user, long count) {
        long mixed = Mix64.mix(surface);
        int slot = (int) mixed & SLOTS - 1;
        while (counts[slot] != 0 && hashes[slot] != surface) {
            slot = slot + 1 & SLOTS - 1;
        }
        if (counts[slot] != 0) {
            boolean several = counts[slot] < 0 || count < 0 || users[slot] != user;
            long sum = Math.abs(counts[slot]) + Math.abs(count);
            counts[slot] = several ? -sum : sum;
        } else if (surfaces.takes(surface)) {
            hashes[slot] = surface;
            users[slot] = user;
            counts[slot] = count;
            size++;
            while (surfaces.halvesAt(size)) {
                addAgain(hashes, users, counts);
            }
        }
    }

    void add(SurfaceUse other) {
        if (surfaces.lowerTo(other.surfaces)) {
            addAgain(hashes, users, counts);
        }
        addAll(other.hashes, other.users, other.counts);
    }

    /** Begins anew with those of the rows that the threshold takes now. */
    private void addAgain(int[] surfaceHashes, long[] first, long[] rows) {
        hashes = new int[SLOTS];
        users = new long[SLOTS];
        counts = new long[SLOTS];
        size = 0;
        addAll(surfaceHashes, first, rows);
    }

    private void addAll(int[] surfaceHashes, long[] first, long[] rows) {
        for (int slot = 0; slot < SLOTS; slot++) {
            if (rows[slot] != 0) {
                add(surfaceHashes[slot], first[slot], rows[slot]);
            }
        }
    }

    /** To be asked for when all is counted. */
    Tally tally() {
        long once = 0;
        long ofOneUser = 0;
        long exposuresOfOneUser = 0;
        long shared = 0;
        long twice = 0;
        Set<Long> alone = new HashSet<>();
        for (int slot = 0; slot < SLOTS; slot++) {
            once += counts[slot] == 1 ? 1 : 0;
            shared += counts[slot] < 0 ? 1 : 0;
            twice += counts[slot] == -2 ? 1 : 0;
            if (counts[slot] > 1) {
                ofOneUser++;
                exposuresOfOneUser += counts[slot];
                alone.add(users[slot]);
            }
        }
        return new Tally(surfaces.parts(), once, ofOneUser, exposuresOfOneUser, alone.size(), shared, twice);
    }
}
