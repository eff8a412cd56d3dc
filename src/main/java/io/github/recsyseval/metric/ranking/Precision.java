package io.github.recsyseval.metric.ranking;

/** Share of the first k positions that hold a relevant item. An empty list has precision 0. */
public record Precision(Cutoff cutoff, Convention convention) implements RankingMetric {

    @Override
    public String name() {
        return "precision" + cutoff.suffix();
    }

    @Override
    public String definition() {
        return formula() + convention.wordsWithoutRelevant();
    }

    @Override
    public double value(JudgedList list) {
        return list.relevant() == 0 ? convention.valueWithoutRelevant() : of(list);
    }

    /** Precision of a list that counts. */
    double of(JudgedList list) {
        int divisor = byListLength() ? cutoff.of(list.length()) : cutoff.k();
        return divisor == 0 ? 0 : (double) list.hitsWithin(cutoff.k()) / divisor;
    }

    String formula() {
        return "relevant items in " + cutoff.words() + " / " + divisorInWords();
    }

    private boolean byListLength() {
        return cutoff.isNone() || convention.precisionByListLength();
    }

    private String divisorInWords() {
        if (cutoff.isNone()) {
            return "list length";
        }
        return byListLength() ? "min(" + cutoff.k() + ", list length)" : Integer.toString(cutoff.k());
    }
}
