package io.github.recsyseval.diagnosis;

import io.github.recsyseval.finding.FindingCode;
import io.github.recsyseval.finding.Spoiled;
import io.github.recsyseval.stat.Normal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * J14: conversions of one arm of an experiment that are worth about twenty times the median of another arm, or a twentieth of it, where
 * that arm has hardly any such. Users are dealt out at random, so both arms sell the same things: hardly any change of a ranking explains it, a
 * unit does. Share of the arm's conversions of positive value; the two shares must differ by a factor of four and by the normal test
 * of two proportions (p &lt; 0.001 after Bonferroni's correction for the pairs); nothing is said about fewer than ten such conversions.
 */
final class UnitsByArm implements Detector {
    /** Twenty times, in bins of a quarter of an octave: 2^(18 / 4) = 22.6. */
    private static final int FAR = 18;

    private static final int FACTOR = 4;
    private static final double ALPHA = 0.001;
    private static final long FEWEST = 10;

    private record Arm(String variant, LogBins values) {
        long far(LogBins others, boolean above) {
            int median = others.median();
            return above ? values.count(median + FAR, LogBins.BINS) : values.count(0, median - FAR + 1);
        }
    }

    @Override
    public List<Finding> detect(Evidence evidence) {
        List<Finding> findings = new ArrayList<>();
        for (ArmColumn experiment : evidence.arms()) {
            if (experiment.numbers().values().stream().allMatch(number -> number < Diagnosis.MOST_ARMS)) {
                worst(arms(experiment, evidence.requests().armValues)).ifPresent(findings::add);
            }
        }
        return findings;
    }

    private static List<Arm> arms(ArmColumn experiment, ArmValues values) {
        List<Arm> arms = new ArrayList<>();
        for (Map.Entry<String, Integer> variant : experiment.numbers().entrySet()) {
            values.find(experiment.column(), variant.getValue())
                    .filter(found -> found.n >= FEWEST)
                    .ifPresent(found -> arms.add(new Arm(variant.getKey(), found)));
        }
        return arms;
    }

    private static Optional<Finding> worst(List<Arm> arms) {
        double strongest = 0;
        Finding worst = null;
        int pairs = arms.size() * (arms.size() - 1);
        for (Arm arm : arms) {
            for (Arm other : arms) {
                for (boolean above : new boolean[] {true, false}) {
                    long far = arm.far(other.values, above);
                    long usual = other.far(other.values, above);
                    double z = z(far, arm.values.n, usual, other.values.n);
                    boolean strange = far >= FEWEST
                            && far * (double) other.values.n >= FACTOR * (double) usual * arm.values.n
                            && Normal.twoSided(z).value() * pairs < ALPHA;
                    if (strange && z > strongest) {
                        strongest = z;
                        worst = finding(arm, far, other, usual, above);
                    }
                }
            }
        }
        return Optional.ofNullable(worst);
    }

    /** How many standard errors the first share lies above the second one. */
    private static double z(long count, long of, long otherCount, long otherOf) {
        double common = (double) (count + otherCount) / (of + otherOf);
        double variance = common * (1 - common) * (1.0 / of + 1.0 / otherOf);
        return variance > 0 ? ((double) count / of - (double) otherCount / otherOf) / Math.sqrt(variance) : 0;
    }

    private static Finding finding(Arm arm, long far, Arm other, long usual, boolean above) {
        String text = Words.percent(far, arm.values.n) + " of the conversions of variant " + arm.variant + " are worth "
                + (above ? "about 20 times the median of variant " : "about a twentieth of the median of variant ")
                + other.variant + " or " + (above ? "more, " : "less, ") + Words.percent(usual, other.values.n)
                + " of those of " + other.variant;
        return Finding.of(FindingCode.J14, far, arm.values.n, "conversions of the variant", text)
                .spoiling(Spoiled.VALUES);
    }
}
