package io.github.recsyseval.cli;

import io.github.recsyseval.experiment.Crossover;
import io.github.recsyseval.experiment.ExperimentPlan;
import io.github.recsyseval.experiment.GuardrailRule;
import io.github.recsyseval.experiment.Primary;
import io.github.recsyseval.text.DidYouMean;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which experiment, which arms, and what has to be shown. */
final class ExperimentOptions {
    private static final long DEFAULT_PLANNED = 5_000;

    @Option(
            names = "--experiment-id",
            paramLabel = "ID",
            description = "The experiment to analyse; needed if the data has several.")
    private @Nullable String experiment;

    @Option(names = "--control", paramLabel = "ARM", description = "The arm that the others are compared with.")
    private @Nullable String control;

    @Option(
            names = "--candidate",
            paramLabel = "ARM",
            description = "The arm to decide about; needed if there are more than two.")
    private @Nullable String candidate;

    @Option(
            names = "--expected-split",
            paramLabel = "ARM=WEIGHT",
            split = ",",
            hideParamSyntax = true,
            description = "How users should split, such as A=90,B=10 (default: equally).")
    private List<String> expectedSplit = List.of();

    @Option(
            names = "--crossover",
            paramLabel = "POLICY",
            description =
                    "Users served by several arms: exclude leaves them out, first counts all they did for the arm that served them first (default ${DEFAULT-VALUE}).")
    private String crossover = "exclude";

    @Option(
            names = "--primary",
            paramLabel = "METRIC[,METRIC...]",
            split = ",",
            hideParamSyntax = true,
            description =
                    "The metrics that decide: ctr, click_rate, conversion_rate, revenue_per_exposure (default: ctr). Choose them before you look.")
    private List<String> primaries = List.of("ctr");

    @Option(
            names = "--min-lift",
            paramLabel = "[METRIC=]SHARE",
            description =
                    "Ship only if the whole interval of the lift is above this, such as ctr=1%% (default 0). A negative value is a non-inferiority margin (repeatable).")
    private List<String> minLifts = List.of();

    @Option(
            names = "--min-difference",
            paramLabel = "[METRIC=]VALUE",
            description = "The same for the difference in the metric's own unit, such as ctr=0.002 (repeatable).")
    private List<String> minDifferences = List.of();

    @Option(
            names = "--alpha",
            paramLabel = "SHARE",
            description =
                    "The chance of any false claim about a primary metric, 0.000000001 to 0.4 (default ${DEFAULT-VALUE}).")
    private double alpha = ExperimentPlan.DEFAULT_ALPHA;

    @Option(
            names = "--power",
            paramLabel = "SHARE",
            description =
                    "The chance of finding an effect, for the smallest detectable effects; above alpha (default ${DEFAULT-VALUE}).")
    private double power = ExperimentPlan.DEFAULT_POWER;

    @Option(
            names = "--monitoring",
            description =
                    "Use intervals and tests that stay valid however often you look. They are wider than those for one look at a fixed end.")
    private boolean monitoring;

    @Option(
            names = "--planned-users",
            paramLabel = "N",
            description = "Users of both arms at which --monitoring is sharpest (default ${DEFAULT-VALUE}).")
    private long plannedUsers = DEFAULT_PLANNED;

    @Option(
            names = "--decision",
            paramLabel = "FILE",
            description = "Also write the decision to this file (decision.v1).")
    private @Nullable Path decision;

    @Nullable Path decision() {
        return decision;
    }

    @Nullable String experiment() {
        return experiment;
    }

    /** The control; "?" where options are only checked and it may still be given. */
    String control(boolean mayBeMissing) {
        if (control == null && !mayBeMissing) {
            throw new UsageException("--control ARM is missing: the arm that the others are compared with");
        }
        return control == null ? "?" : control;
    }

    @Nullable String candidate() {
        if (candidate != null && candidate.equals(control)) {
            throw new UsageException("--control and --candidate are both " + candidate);
        }
        return candidate;
    }

    Map<String, Double> split() {
        Map<String, Double> weights = new TreeMap<>();
        for (String part : expectedSplit) {
            int equals = part.lastIndexOf('=');
            double weight = equals < 1 ? Double.NaN : GuardrailRule.number(part.substring(equals + 1));
            if (!(weight >= 0)) {
                throw new UsageException("--expected-split takes ARM=WEIGHT, such as A=90,B=10, not " + part);
            }
            if (weights.put(part.substring(0, equals), weight) != null) {
                throw new UsageException("--expected-split names " + part.substring(0, equals) + " twice");
            }
        }
        if (!weights.isEmpty()) {
            if (weights.values().stream().filter(weight -> weight > 0).count() < 2) {
                throw new UsageException("--expected-split needs two arms with a weight above 0");
            }
            requireExpected("--control", control, weights);
            requireExpected("--candidate", candidate, weights);
        }
        return weights;
    }

    private static void requireExpected(String option, @Nullable String arm, Map<String, Double> weights) {
        if (arm != null && !weights.containsKey(arm)) {
            throw new UsageException(
                    option + " " + arm + " is not in --expected-split" + DidYouMean.hint(arm, weights.keySet()));
        }
    }

    Crossover crossover() {
        return Choice.of("--crossover", crossover, List.of(Crossover.values()));
    }

    double alpha() {
        if (!ExperimentPlan.isAlpha(alpha)) {
            throw new UsageException("--alpha takes a share from " + plain(ExperimentPlan.LEAST_ALPHA) + " to "
                    + plain(ExperimentPlan.MOST_ALPHA) + ", not " + alpha);
        }
        return alpha;
    }

    double power() {
        if (!(power > alpha() && power < 1)) {
            throw new UsageException(
                    "--power takes a share above alpha (" + plain(alpha) + ") and below 1, not " + power);
        }
        return power;
    }

    @Nullable Long plannedUsers() {
        if (plannedUsers < 1) {
            throw new UsageException("--planned-users takes a number from 1 on, not " + plannedUsers);
        }
        return monitoring ? (Long) plannedUsers : null;
    }

    /** What was asked for and has no effect, in a sentence. */
    Optional<String> withoutEffect() {
        return monitoring || plannedUsers == DEFAULT_PLANNED
                ? Optional.empty()
                : Optional.of("--planned-users has no effect without --monitoring");
    }

    private static String plain(double value) {
        return BigDecimal.valueOf(value).stripTrailingZeros().toPlainString();
    }

    /** The primary metrics with their minimum effects, in the order given. */
    List<Primary> primaries() {
        PrimaryMetrics chosen = new PrimaryMetrics(primaries);
        minLifts.forEach(chosen::minLift);
        minDifferences.forEach(chosen::minDifference);
        return chosen.all();
    }
}
