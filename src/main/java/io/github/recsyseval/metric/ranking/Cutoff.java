package io.github.recsyseval.metric.ranking;

/**
 * How far down a list a metric looks: the k of {@code ndcg@10}, or {@link #NONE}.
 *
 * @param k number of positions, at least 1; {@link Integer#MAX_VALUE} for all of them
 */
public record Cutoff(int k) {

    /** The whole list. */
    public static final Cutoff NONE = new Cutoff(Integer.MAX_VALUE);

    public Cutoff {
        if (k < 1) {
            throw new IllegalArgumentException("k must be at least 1, not " + k);
        }
    }

    /** The first {@code k} positions. */
    public static Cutoff at(int k) {
        return new Cutoff(k);
    }

    /** The smaller of {@code n} and k. */
    int of(int n) {
        return Math.min(n, k);
    }

    boolean isNone() {
        return k == Integer.MAX_VALUE;
    }

    /** {@code @10}, or nothing. */
    String suffix() {
        return isNone() ? "" : "@" + k;
    }

    /** {@code the first 10}, or {@code the list}. */
    String words() {
        return isNone() ? "the list" : "the first " + k;
    }
}
