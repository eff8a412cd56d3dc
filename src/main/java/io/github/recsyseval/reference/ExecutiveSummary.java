package io.github.recsyseval.reference;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The Go tool's short answer: its choice of highlights, of differences to show, and of next steps, word for word. */
final class ExecutiveSummary {
    private static final int MOST = 3;
    private static final long FEW_CASES = 50;
    private static final double LOW_JOIN_RATE = 0.8;

    /** Metrics by importance; of each the first that was computed. */
    private static final List<String> PRIORITIES = List.of("ndcg", "map", "precision", "recall", "coverage", "hitrate");

    private ExecutiveSummary() {}

    static RunReport.Executive of(
            RunReport.@Nullable Offline offline,
            List<RunReport.GateResult> gates,
            RunReport.DataQuality quality,
            long cases) {
        List<RunReport.GateResult> failures =
                gates.stream().filter(gate -> !gate.passed()).toList();
        String decision = gates.isEmpty() ? "not_configured" : failures.isEmpty() ? "pass" : "fail";
        return new RunReport.Executive(
                decision,
                present(failures),
                null,
                offline == null ? null : present(highlights(offline.metrics())),
                offline == null ? null : present(keyDeltas(offline.baseline())),
                present(nextSteps(decision, offline, quality, cases)));
    }

    /**
     * Of an experiment; ship is a pass, and what would change another decision comes first among the next steps.
     *
     * @param candidate the arm that is decided about, whose rates are highlighted
     */
    static RunReport.Executive of(
            RunExperiment experiment, String candidate, RunReport.DataQuality quality, long cases) {
        RunExperiment.Outcome outcome = experiment.decision();
        List<RunReport.Metric> highlights = highlights(experiment, candidate);
        boolean ships = outcome != null && outcome.decision().equals("ship");
        List<String> steps = new ArrayList<>(outcome == null || ships ? List.of() : outcome.whatWouldChange());
        steps.addAll(nextSteps("", null, quality, cases));
        if (experiment.variants().size() < 2) {
            steps.add("Include at least two variants to compare experiment outcomes.");
        }
        return new RunReport.Executive(
                outcome == null ? "not_configured" : ships ? "pass" : "fail",
                null,
                highlights.isEmpty() ? null : candidate,
                present(highlights),
                null,
                present(steps.subList(0, Math.min(MOST, steps.size()))));
    }

    /** Of an A/A check, of which nothing has to be highlighted. */
    static RunReport.Executive of(RunAaCheck check, RunReport.DataQuality quality, long cases) {
        List<String> steps = new ArrayList<>();
        if (!check.uniformish()) {
            steps.add("Do not decide by " + String.join(", ", check.off())
                    + ": more users or events are needed, or users with most of the events are to be left out.");
        }
        steps.addAll(nextSteps("", null, quality, cases));
        return new RunReport.Executive(
                check.uniformish() ? "pass" : "fail",
                null,
                null,
                null,
                null,
                present(steps.subList(0, Math.min(MOST, steps.size()))));
    }

    /** The rates of the candidate; none where nobody was served it. */
    private static List<RunReport.Metric> highlights(RunExperiment experiment, String candidate) {
        return experiment.variants().stream()
                .filter(variant -> variant.variant().equals(candidate))
                .findFirst()
                .map(arm -> List.of(
                        new RunReport.Metric("ctr", arm.ctr(), null),
                        new RunReport.Metric("conversion_rate", arm.conversionRate(), null),
                        new RunReport.Metric("revenue_per_request", arm.revenuePerRequest(), null)))
                .orElse(List.of());
    }

    private static List<RunReport.Metric> highlights(List<RunReport.Metric> metrics) {
        List<RunReport.Metric> picked = new ArrayList<>();
        for (String base : PRIORITIES) {
            metrics.stream()
                    .filter(metric -> metric.name().startsWith(base + "@"))
                    .findFirst()
                    .ifPresent(picked::add);
        }
        return Stream.concat(picked.stream(), metrics.stream())
                .distinct()
                .limit(MOST)
                .toList();
    }

    /** The largest differences, ties by name. */
    private static List<RunReport.Delta> keyDeltas(RunReport.@Nullable Baseline baseline) {
        return baseline == null
                ? List.of()
                : baseline.deltas().stream()
                        .sorted(Comparator.comparingDouble((RunReport.Delta delta) -> -Math.abs(delta.delta()))
                                .thenComparing(RunReport.Delta::name))
                        .limit(MOST)
                        .toList();
    }

    private static List<String> nextSteps(
            String decision, RunReport.@Nullable Offline offline, RunReport.DataQuality quality, long cases) {
        List<String> steps = new ArrayList<>();
        if (decision.equals("fail")) {
            steps.add("Investigate failing gates and re-run after fixes.");
        }
        if (offline != null && offline.baseline() == null) {
            steps.add("Add a baseline report to measure deltas over time.");
        }
        double joined = quality.joinIntegrity().outcomeJoinRate();
        if (joined > 0 && joined < LOW_JOIN_RATE) {
            steps.add("Improve exposure/outcome joins (request_id alignment) to raise join rates.");
        }
        if (cases > 0 && cases < FEW_CASES) {
            steps.add("Increase sample size to stabilize metrics.");
        }
        return steps.subList(0, Math.min(MOST, steps.size()));
    }

    private static <T> @Nullable List<T> present(List<T> list) {
        return list.isEmpty() ? null : List.copyOf(list);
    }
}
