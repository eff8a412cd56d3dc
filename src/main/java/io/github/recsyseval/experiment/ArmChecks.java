package io.github.recsyseval.experiment;

import io.github.recsyseval.report.ArmCheckRow;
import io.github.recsyseval.report.OverlapRow;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * What speaks against comparing the candidate with the control whatever their figures say.
 *
 * @param overlaps of all arms in time
 * @param rows whether they are logged alike
 */
record ArmChecks(String candidate, List<OverlapRow> overlaps, List<ArmCheckRow> rows) {
    /** Why the experiment is held, in sentences. */
    List<String> reasons() {
        return Stream.concat(apart().map(OverlapRow::message), held().map(ArmCheckRow::message))
                .toList();
    }

    /** Whether the split between the control and the candidate moved while the experiment ran. */
    boolean drifts() {
        return overlaps.stream()
                .anyMatch(
                        row -> row.variant().equals(candidate) && row.verdict().equals("drifting"));
    }

    /** What to do about each of the reasons. */
    List<String> remedies() {
        List<String> remedies = new ArrayList<>();
        if (apart().findAny().isPresent()) {
            remedies.add("show both arms at the same time, to users drawn at random, and compare only the time in which"
                    + " both were shown (--since, --until)");
        }
        if (held().anyMatch(row -> !row.check().equals("contradictions"))) {
            remedies.add("find where the logs of one arm lose records, fix it and restart the experiment: what is"
                    + " missing cannot be added afterwards; exclude exposures that are outside of the experiment by"
                    + " design (--where)");
        }
        if (held().anyMatch(row -> row.check().equals("contradictions"))) {
            remedies.add(
                    "find out which is right, the assignments or the context of the exposures, and run this again with"
                            + " that one alone: without assignments the context decides");
        }
        return remedies;
    }

    /** What was looked at and does not hold the experiment, in sentences. */
    List<String> evidence() {
        return ofCandidate()
                .filter(row -> !row.verdict().equals("hold"))
                .flatMap(row -> evidence(row).stream())
                .toList();
    }

    private List<String> evidence(ArmCheckRow row) {
        Double control = row.control();
        Double value = row.value();
        if (control == null || value == null) {
            return List.of();
        }
        if (!row.message().isEmpty()) {
            return List.of(row.message());
        }
        return switch (row.check()) {
            case "lost_assignments" ->
                control + value > 0
                        ? List.of(shares("later exposures of", value, control) + " have no assignment of their own")
                        : List.of();
            case "assignment_join_rate" ->
                control + value < 2
                        ? List.of(shares("assignments of", 1 - value, 1 - control) + " have no exposure")
                        : List.of();
            default -> List.of();
        };
    }

    private static String shares(String what, double value, double control) {
        return Amounts.percent(value) + " of the " + what + " the candidate and " + Amounts.percent(control)
                + " of those of the control";
    }

    private Stream<OverlapRow> apart() {
        return overlaps.stream()
                .filter(row -> row.variant().equals(candidate) && row.verdict().equals("apart"));
    }

    private Stream<ArmCheckRow> held() {
        return ofCandidate().filter(row -> row.verdict().equals("hold"));
    }

    private Stream<ArmCheckRow> ofCandidate() {
        return rows.stream().filter(row -> row.variant().equals(candidate));
    }
}
