package io.github.recsyseval.metric;

/** What counts as one, independent of all others, where variances are estimated. */
public enum Cluster {
    /** Every user. */
    USER(0),

    /**
     * One of {@link #GROUPS} random groups of whole users, told apart by the leading bits of the users' hashes: the variance between
     * groups is an unbiased estimate of the variance between users, with as many degrees of freedom as there are groups (Wolter,
     * "Introduction to Variance Estimation", chapter 2).
     */
    USER_GROUP(Long.SIZE - 16);

    /** How many random groups there are. */
    public static final int GROUPS = 1 << 16;

    /** Beyond so many users they are put into groups. */
    public static final int MOST_USERS = 1 << 22;

    private final int shift;

    Cluster(int shift) {
        this.shift = shift;
    }

    /** What {@code users} users are counted by, if there may be {@code most} before they are put into groups. */
    public static Cluster of(long users, long most) {
        return users > most ? USER_GROUP : USER;
    }

    /** The number of a user's cluster; those of a cluster stand together where users are ordered by their hashes. */
    public long of(long user) {
        return user >>> shift;
    }
}
