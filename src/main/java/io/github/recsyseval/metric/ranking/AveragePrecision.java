package io.github.recsyseval.metric.ranking;

/**
 * Sum of the precisions at each relevant item of the first k positions, divided by R (trec_eval {@code map_cut}) or by
 * min(R, k), the most that k positions can hold; that is the same without cutoff. Its mean is MAP.
 */
public record AveragePrecision(Cutoff cutoff, Convention convention) implements RankingMetric {

    @Override
    public String name() {
        return "map" + cutoff.suffix();
    }

    @Override
    public String definition() {
        return "sum of the precisions at each relevant item in " + cutoff.words() + " / " + divisorInWords()
                + ", R = relevant items of the request, shown or not" + convention.wordsWithoutRelevant();
    }

    @Override
    public double value(JudgedList list) {
        if (list.relevant() == 0) {
            return convention.valueWithoutRelevant();
        }
        double precisions = 0;
        for (int i = 0; i < list.hits() && list.position(i) <= cutoff.k(); i++) {
            precisions += (i + 1.0) / list.position(i);
        }
        return precisions / (byCutoff() ? cutoff.of(list.relevant()) : list.relevant());
    }

    private boolean byCutoff() {
        return convention.averagePrecisionByCutoff() && !cutoff.isNone();
    }

    private String divisorInWords() {
        return byCutoff() ? "min(R, " + cutoff.k() + ")" : "R";
    }
}
