package io.github.recsyseval.metric.ranking;

/**
 * Discounted cumulated gain of the first k positions, sum of gain / log2(position + 1), divided by that of the ideal order of all
 * relevant items, cut at k too (Järvelin, Kekäläinen, ACM TOIS 20(4), 2002, with the discount of trec_eval).
 *
 * @param baseName name without {@code @k}: {@code ndcg} has the gain of the convention, {@code ndcg_exp} always its own
 */
public record Ndcg(String baseName, Gain gain, Cutoff cutoff, Convention convention) implements RankingMetric {

    @Override
    public String name() {
        return baseName + cutoff.suffix();
    }

    @Override
    public String definition() {
        return "sum of gain / log2(position + 1) over " + cutoff.words()
                + " / the same for the ideal order of all relevant items, gain = " + gain.words()
                + convention.wordsWithoutRelevant();
    }

    @Override
    public double value(JudgedList list) {
        if (list.relevant() == 0) {
            return convention.valueWithoutRelevant();
        }
        // 2^1 - 1 = 1: without grades all gains agree
        boolean plain = gain == Gain.BINARY || list.isBinary();
        return plain ? plainSum(list) / Discount.sumTo(cutoff.of(list.relevant())) : gradedSum(list) / idealSum(list);
    }

    private double plainSum(JudgedList list) {
        double sum = 0;
        for (int i = 0; i < list.hits() && list.position(i) <= cutoff.k(); i++) {
            sum += Discount.at(list.position(i));
        }
        return sum;
    }

    private double gradedSum(JudgedList list) {
        double sum = 0;
        for (int i = 0; i < list.hits() && list.position(i) <= cutoff.k(); i++) {
            sum += gain.of(list.gain(i), list.idealGain(0)) * Discount.at(list.position(i));
        }
        return sum;
    }

    private double idealSum(JudgedList list) {
        double sum = 0;
        for (int i = 0; i < cutoff.of(list.relevant()); i++) {
            sum += gain.of(list.idealGain(i), list.idealGain(0)) * Discount.at(i + 1);
        }
        return sum;
    }
}
