package io.github.recsyseval.metric.ranking;

/** The discount of NDCG, 1 / log2(rank + 1), with sums of it; the same bits on every machine. */
final class Discount {

    private static final int TABLED = 1024;
    private static final double LN_2 = StrictMath.log(2);
    private static final double[] BY_RANK = new double[TABLED + 1];
    private static final double[] SUMS = new double[TABLED + 1];

    static {
        for (int rank = 1; rank <= TABLED; rank++) {
            BY_RANK[rank] = computed(rank);
            SUMS[rank] = SUMS[rank - 1] + BY_RANK[rank];
        }
    }

    private Discount() {}

    /** Of a rank, counted from 1. */
    static double at(int rank) {
        return rank <= TABLED ? BY_RANK[rank] : computed(rank);
    }

    /** Sum over the ranks 1 to {@code last}, added in this order. */
    static double sumTo(int last) {
        double sum = SUMS[Math.min(last, TABLED)];
        for (int rank = TABLED + 1; rank <= last; rank++) {
            sum += computed(rank);
        }
        return sum;
    }

    private static double computed(int rank) {
        return LN_2 / StrictMath.log(rank + 1.0);
    }
}
