package io.github.recsyseval.join;

/** Which outcomes and assignments without an exposure a filter leaves out, by what they say themselves. */
@FunctionalInterface
public interface OrphanRule {
    OrphanRule KEEP_ALL = (user, time) -> false;

    /**
     * Whether such a record is left out.
     *
     * @param user the 64-bit hash of its user id
     * @param time its own, in microseconds since 1970
     */
    boolean leavesOut(long user, long time);
}
