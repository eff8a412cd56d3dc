package io.github.recsyseval.metric.ranking;

/**
 * Area under the ROC curve of one list: the share of pairs of a relevant and another shown item in which the relevant one stands
 * above. Needs both kinds; any other list is left out, under every convention. Positions are distinct, so there are no ties.
 */
public record Auc() implements RankingMetric {

    @Override
    public String name() {
        return "auc";
    }

    @Override
    public String definition() {
        return "share of pairs (relevant item shown, other item shown) with the relevant one above; "
                + "requests without such a pair are left out";
    }

    @Override
    public double value(JudgedList list) {
        int others = list.length() - list.hits();
        if (list.hits() == 0 || others == 0) {
            return Double.NaN;
        }
        long rightPairs = 0;
        for (int i = 0; i < list.hits(); i++) {
            int othersAbove = list.position(i) - 1 - i;
            rightPairs += others - othersAbove;
        }
        return (double) rightPairs / ((long) list.hits() * others);
    }
}
