package io.github.recsyseval.metric.ranking;

/** What a relevant item is worth to NDCG, given its relevance (1 for a click, say, and 3 for a conversion). */
public enum Gain {
    /** The relevance itself (Järvelin, Kekäläinen, ACM TOIS 20(4), 2002; trec_eval; ranx {@code ndcg}). */
    LINEAR("relevance"),

    /** 2^relevance - 1 (Burges et al., ICML 2005; ranx {@code ndcg_burges}). */
    EXPONENTIAL("2^relevance - 1"),

    /** 1, whatever the relevance. */
    BINARY("1 for a relevant item");

    private final String words;

    Gain(String words) {
        this.words = words;
    }

    /**
     * The gain of an item up to a factor that all items of the list share: exponential gains are divided by 2^largest, which
     * NDCG does not see and which keeps them finite.
     *
     * @param largest the largest relevance in the list
     */
    double of(double relevance, double largest) {
        return switch (this) {
            case LINEAR -> relevance;
            case EXPONENTIAL -> StrictMath.pow(2, relevance - largest) - StrictMath.pow(2, -largest);
            case BINARY -> 1;
        };
    }

    String words() {
        return words;
    }
}
