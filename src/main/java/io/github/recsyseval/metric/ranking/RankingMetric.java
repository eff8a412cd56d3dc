package io.github.recsyseval.metric.ranking;

import io.github.recsyseval.stat.RatioKind;

/** A metric of one ranked list in [0, 1], reported as its mean over the requests that count. */
public sealed interface RankingMetric
        permits Precision, Recall, F1, HitRate, ReciprocalRank, AveragePrecision, Ndcg, Auc {

    /** As on the command line and in reports: {@code ndcg@10}. */
    String name();

    /** What exactly is computed, to be printed beside the number. */
    String definition();

    /** The value of one list, in [0, 1]; NaN for a list that does not count and must be left out of the mean. */
    double value(JudgedList list);

    /** Which interval its mean gets. */
    default RatioKind kind() {
        return RatioKind.UNIT_MEAN;
    }

    /** Which way is an improvement. */
    default boolean higherIsBetter() {
        return true;
    }
}
