package io.github.recsyseval.metric.ranking;

/**
 * Share of the relevant items that the first k positions hold. The relevant items of a request are all its items with a
 * relevant outcome, shown or not; where every outcome comes from the list, recall without cutoff is 1 by construction.
 */
public record Recall(Cutoff cutoff, Convention convention) implements RankingMetric {

    @Override
    public String name() {
        return "recall" + cutoff.suffix();
    }

    @Override
    public String definition() {
        return formula() + convention.wordsWithoutRelevant();
    }

    @Override
    public double value(JudgedList list) {
        return list.relevant() == 0 ? convention.valueWithoutRelevant() : of(list);
    }

    /** Recall of a list that counts. */
    double of(JudgedList list) {
        return (double) list.hitsWithin(cutoff.k()) / list.relevant();
    }

    String formula() {
        return "relevant items in " + cutoff.words() + " / relevant items of the request, shown or not";
    }
}
