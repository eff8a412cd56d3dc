package io.github.recsyseval.metric.ranking;

/** Harmonic mean of precision and recall, per request; 0 where both are 0 (van Rijsbergen 1979). */
public record F1(Cutoff cutoff, Convention convention) implements RankingMetric {

    @Override
    public String name() {
        return "f1" + cutoff.suffix();
    }

    @Override
    public String definition() {
        return "2 P R / (P + R) per request, P = " + precision().formula() + ", R = " + recall().formula()
                + convention.wordsWithoutRelevant();
    }

    @Override
    public double value(JudgedList list) {
        if (list.relevant() == 0) {
            return convention.valueWithoutRelevant();
        }
        double precision = precision().of(list);
        double recall = recall().of(list);
        return precision == 0 ? 0 : 2 * precision * recall / (precision + recall);
    }

    private Precision precision() {
        return new Precision(cutoff, convention);
    }

    private Recall recall() {
        return new Recall(cutoff, convention);
    }
}
