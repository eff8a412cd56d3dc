package io.github.recsyseval.sample;

import io.github.recsyseval.sample.fault.Fault;
import io.github.recsyseval.sample.fault.FaultCatalog;
import java.math.BigDecimal;
import java.util.Comparator;

/**
 * A fault and how often it is to be planted.
 *
 * @param rate 0 .. 1; of what, the fault says
 */
public record FaultRate(Fault fault, BigDecimal rate) {

    public FaultRate {
        if (rate.signum() < 0 || rate.compareTo(BigDecimal.ONE) > 0) {
            throw new SampleException("the rate of fault \"" + fault.name() + "\" is " + rate.toPlainString()
                    + "; it must lie between 0 and 1");
        }
    }

    /** Reads {@code name:rate}. */
    public static FaultRate parse(String text) {
        int colon = text.indexOf(':');
        if (colon < 0) {
            throw new SampleException("fault \"" + text + "\" has no rate; write name:rate, such as id-twice:0.1");
        }
        return new FaultRate(known(text.substring(0, colon)), number(text.substring(colon + 1)));
    }

    private static Fault known(String name) {
        return FaultCatalog.find(name)
                .orElseThrow(
                        () -> new SampleException("no fault \"" + name + "\"; did you mean " + nearest(name) + "?"));
    }

    private static BigDecimal number(String text) {
        try {
            return new BigDecimal(text);
        } catch (NumberFormatException e) {
            throw new SampleException("\"" + text + "\" is no rate; write a number between 0 and 1, such as 0.1");
        }
    }

    private static String nearest(String name) {
        return FaultCatalog.all().stream()
                .map(Fault::name)
                .min(Comparator.comparingInt((String known) -> distance(name, known))
                        .thenComparing(Comparator.naturalOrder()))
                .orElseThrow();
    }

    /** Levenshtein's edit distance. */
    private static int distance(String a, String b) {
        int[] row = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int replaced = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(replaced, 1 + Math.min(row[j], row[j - 1]));
            }
        }
        return row[b.length()];
    }
}
