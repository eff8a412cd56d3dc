package io.github.recsyseval.diagnosis;

import io.github.recsyseval.finding.FindingCode;
import io.github.recsyseval.stat.BenjaminiHochberg;
import io.github.recsyseval.stat.Normal;
import io.github.recsyseval.text.PrintableText;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * J06: a surface whose lists have outcomes less than a quarter as often as all others together (one-sided z test of two proportions, below
 * 0.01 after Benjamini and Hochberg's correction for the surfaces): it is probably logged without being shown. Share of the exposures looked
 * at closely; surfaces with fewer than a hundred of them are passed over.
 */
final class UnseenSlice implements Detector {
    private static final long FEWEST = 100;
    private static final double QUARTER = 0.25;
    private static final double ALPHA = 0.01;

    private record Surface(String name, long n, long joined) {}

    @Override
    public List<Finding> detect(Evidence evidence) {
        Map<String, long[]> counts = new TreeMap<>();
        long all = 0;
        long joined = 0;
        for (SampledLine line : evidence.requests().lines.lines()) {
            all++;
            joined += line.joined() ? 1 : 0;
            long[] count = counts.computeIfAbsent(line.surface() == null ? "" : line.surface(), name -> new long[2]);
            count[0]++;
            count[1] += line.joined() ? 1 : 0;
        }
        if (joined == 0 || joined == all) {
            return List.of(); // Surfaces do not differ, and the test has no variance.
        }
        List<Surface> large = new ArrayList<>();
        List<Double> pValues = new ArrayList<>();
        for (Map.Entry<String, long[]> entry : counts.entrySet()) {
            long n = entry.getValue()[0];
            long with = entry.getValue()[1];
            if (n >= FEWEST && all > n) {
                large.add(new Surface(entry.getKey(), n, with));
                pValues.add(pValue(n, with, all - n, joined - with));
            }
        }
        double[] adjusted =
                BenjaminiHochberg.adjusted(pValues.stream().mapToDouble(p -> p).toArray());
        List<Finding> findings = new ArrayList<>();
        for (int i = 0; i < adjusted.length; i++) {
            Surface surface = large.get(i);
            double others = (double) (joined - surface.joined()) / (all - surface.n());
            double own = (double) surface.joined() / surface.n();
            if (adjusted[i] < ALPHA && own < QUARTER * others) {
                findings.add(finding(surface, all, joined));
            }
        }
        return findings;
    }

    private static Finding finding(Surface surface, long all, long joined) {
        String name = surface.name().isEmpty()
                ? "lists without a surface have"
                : "lists on surface " + PrintableText.name(surface.name()) + " have";
        String text = name + " an outcome in " + Words.percent(surface.joined(), surface.n())
                + " of the cases, all others in " + Words.percent(joined - surface.joined(), all - surface.n())
                + " (or are its outcomes not logged?)";
        return Finding.of(FindingCode.J06, surface.n(), all, "exposures examined", text);
    }

    /** Of the first proportion being no lower than the second. */
    private static double pValue(long n1, long x1, long n2, long x2) {
        double common = (double) (x1 + x2) / (n1 + n2);
        double variance = common * (1 - common) * (1.0 / n1 + 1.0 / n2);
        double z = ((double) x2 / n2 - (double) x1 / n1) / Math.sqrt(variance);
        return Normal.upperTail(z);
    }
}
