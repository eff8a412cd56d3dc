package io.github.recsyseval.stat;

/**
 * The step-up correction of Benjamini and Hochberg (JRSS B 57, 1995): of the claims with an adjusted p-value below alpha at most a
 * share alpha is expected to be false, for independent or positively dependent tests. For exploring, not for deciding.
 */
public final class BenjaminiHochberg {

    private BenjaminiHochberg() {}

    /**
     * Adjusted p-values, in the order of the input: with p_(1) &lt;= ... &lt;= p_(n), the running minimum from the largest down of
     * p_(i) n / i. Empty for none.
     */
    public static double[] adjusted(double[] p) {
        int[] ascending = Holm.ascending(p);
        double[] adjusted = new double[p.length];
        double smallest = 1;
        for (int i = p.length; i >= 1; i--) {
            int index = ascending[i - 1];
            smallest = Math.min(smallest, p[index] * p.length / i);
            adjusted[index] = smallest;
        }
        return adjusted;
    }
}
