package io.github.recsyseval.stat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;

/**
 * Whether a proportion is the same in all of several groups, with trials clustered by user: Pearson's chi-square on counts that are
 * divided by their design effects.
 *
 * <p>Group i has n_i trials of which x_i succeeded, and the design effect d_i of its proportion ({@link RatioMoments#designEffect},
 * at least 1). With n'_i = n_i / d_i, x'_i = x_i / d_i and p = sum x'_i / sum n'_i,
 *
 * <pre>X^2 = sum (x'_i - n'_i p)^2 / (n'_i p (1 - p))</pre>
 *
 * has, when all groups have one proportion, a chi-square distribution with one degree of freedom less than groups (Rao, Scott, "A
 * Simple Method for the Analysis of Clustered Binary Data", Biometrics 48, 1992, 577-585). Users are taken to be in one group each;
 * users in several make the groups alike, and the test conservative.
 *
 * @param statistic X^2
 * @param degreesOfFreedom groups - 1
 * @param groups how many were compared
 * @param leftOut groups with fewer than five expected successes or failures, for which the approximation is poor (Cochran 1954)
 */
public record HomogeneityTest(double statistic, int degreesOfFreedom, PValue pValue, int groups, int leftOut) {
    private static final double FEWEST_EXPECTED = 5;

    /** Counts that are worth as much as independent trials. */
    private record Group(double n, double x) {}

    /** Compares groups; empty where fewer than two are large enough, or nothing varies. */
    public static Optional<HomogeneityTest> of(List<RatioMoments> groups) {
        List<Group> all = new ArrayList<>();
        for (RatioMoments moments : groups) {
            if (moments.denominator() > 0) {
                double n = moments.effectiveSize();
                all.add(new Group(n, n * moments.ratio()));
            }
        }
        double common = proportion(all);
        double rarer = Math.min(common, 1 - common);
        List<Group> large = all.stream()
                .filter(group -> group.n() * rarer >= FEWEST_EXPECTED)
                .toList();
        double p = proportion(large);
        if (large.size() < 2 || !(p > 0 && p < 1)) {
            return Optional.empty();
        }
        double statistic = sum(large, group -> {
            double difference = group.x() - group.n() * p;
            return difference * difference / (group.n() * p * (1 - p));
        });
        int df = large.size() - 1;
        return Optional.of(new HomogeneityTest(
                statistic, df, ChiSquare.upperTail(statistic, df), large.size(), groups.size() - large.size()));
    }

    private static double proportion(List<Group> groups) {
        return sum(groups, Group::x) / sum(groups, Group::n);
    }

    /** Exact, because groups are often slices, whose order is that of the input. */
    private static double sum(List<Group> groups, ToDoubleFunction<Group> part) {
        ExactSum sum = new ExactSum();
        groups.forEach(group -> sum.add(part.applyAsDouble(group)));
        return sum.value();
    }
}
