package io.github.recsyseval.metric.ranking;

import io.github.recsyseval.stat.RatioKind;

/** Whether the first k positions hold a relevant item: 1 or 0 (trec_eval {@code success}). */
public record HitRate(Cutoff cutoff, Convention convention) implements RankingMetric {

    @Override
    public String name() {
        return "hitrate" + cutoff.suffix();
    }

    @Override
    public String definition() {
        return "1 if a relevant item is in " + cutoff.words() + ", else 0" + convention.wordsWithoutRelevant();
    }

    @Override
    public double value(JudgedList list) {
        if (list.relevant() == 0) {
            return convention.valueWithoutRelevant();
        }
        return list.hits() > 0 && list.position(0) <= cutoff.k() ? 1 : 0;
    }

    @Override
    public RatioKind kind() {
        return RatioKind.PROPORTION;
    }
}
