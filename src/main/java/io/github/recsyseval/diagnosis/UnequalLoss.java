package io.github.recsyseval.diagnosis;

import io.github.recsyseval.finding.FindingCode;
import io.github.recsyseval.join.AssignmentBooks;
import io.github.recsyseval.join.AssignmentIndex;
import io.github.recsyseval.stat.Normal;
import io.github.recsyseval.stat.RatioMoments;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * J23: assignments of one variant of an experiment match an exposure less often than those of the others, by a test clustered by user
 * (p &lt; 0.001 after Bonferroni's correction for the pairs). Share of the assignments that are unmatched in the worse variant.
 */
final class UnequalLoss implements Detector {
    private static final double ALPHA = 0.001;
    private static final long FEWEST = 100;

    /** The assignments of one variant. */
    private record Arm(String variant, long n, double joined, double rate, double clusteredVariance) {
        static Arm of(String variant, RatioMoments matched) {
            return new Arm(
                    variant, (long) matched.denominator(), matched.numerator(), matched.ratio(), matched.variance());
        }

        long lost() {
            return n - (long) joined;
        }

        /** The clustered variance, or the binomial one at the common rate where that is larger. */
        double variance(double common) {
            double binomial = common * (1 - common) / n;
            return clusteredVariance > binomial ? clusteredVariance : binomial;
        }
    }

    @Override
    public List<Finding> detect(Evidence evidence) {
        List<Finding> findings = new ArrayList<>();
        arms(evidence).values().forEach(arms -> worst(arms, findings));
        return findings;
    }

    private static void worst(SortedMap<String, RatioMoments> arms, List<Finding> findings) {
        List<Arm> large = arms.entrySet().stream()
                .filter(arm -> arm.getValue().denominator() >= FEWEST)
                .map(arm -> Arm.of(arm.getKey(), arm.getValue()))
                .toList();
        int pairs = large.size() * (large.size() - 1) / 2;
        Arm low = null;
        Arm high = null;
        double strongest = 0;
        for (Arm a : large) {
            for (Arm b : large) {
                double z = z(a, b);
                if (z > strongest) {
                    strongest = z;
                    low = a;
                    high = b;
                }
            }
        }
        if (low == null || high == null || Normal.twoSided(strongest).value() * pairs >= ALPHA) {
            return;
        }
        long lost = low.lost();
        String text = "variant " + low.variant() + " loses " + Words.percent(lost, low.n())
                + " of its assignments, variant " + high.variant() + " "
                + Words.percent(high.lost(), high.n());
        findings.add(Finding.of(FindingCode.J23, lost, low.n(), "assignments of the variant", text));
    }

    /** How many standard errors the rate of {@code b} lies above that of {@code a}. */
    private static double z(Arm a, Arm b) {
        double common = (a.joined() + b.joined()) / (a.n() + b.n());
        double variance = a.variance(common) + b.variance(common);
        return variance > 0 ? (b.rate() - a.rate()) / Math.sqrt(variance) : 0;
    }

    /** The arms of each experiment that have assignments which no filter left out, by name. */
    private static SortedMap<String, SortedMap<String, RatioMoments>> arms(Evidence evidence) {
        SortedMap<String, SortedMap<String, RatioMoments>> experiments = new TreeMap<>();
        List<AssignmentIndex.Arm> arms = evidence.assignments().arms();
        AssignmentBooks books = evidence.assignmentBooks().get();
        for (int i = 0; i < arms.size(); i++) {
            RatioMoments matched = books.matched(i);
            if (matched.denominator() > 0) {
                experiments
                        .computeIfAbsent(arms.get(i).experiment(), name -> new TreeMap<>())
                        .put(arms.get(i).variant(), matched);
            }
        }
        return experiments;
    }
}
