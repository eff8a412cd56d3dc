package io.github.recsyseval.metric.ranking;

/** 1 / position of the first relevant item, 0 if the first k positions hold none (trec_eval {@code recip_rank}). */
public record ReciprocalRank(Cutoff cutoff, Convention convention) implements RankingMetric {

    @Override
    public String name() {
        return "mrr" + cutoff.suffix();
    }

    @Override
    public String definition() {
        return "1 / rank of the first relevant item in " + cutoff.words() + ", 0 if there is none"
                + convention.wordsWithoutRelevant();
    }

    @Override
    public double value(JudgedList list) {
        if (list.relevant() == 0) {
            return convention.valueWithoutRelevant();
        }
        return list.hits() > 0 && list.position(0) <= cutoff.k() ? 1.0 / list.position(0) : 0;
    }
}
