package io.github.recsyseval.diagnosis;

import static io.github.recsyseval.finding.FindingCode.J01;
import static io.github.recsyseval.finding.FindingCode.J02;
import static io.github.recsyseval.finding.FindingCode.J03;
import static io.github.recsyseval.finding.FindingCode.J04;
import static io.github.recsyseval.finding.FindingCode.J05;
import static io.github.recsyseval.finding.FindingCode.J06;
import static io.github.recsyseval.finding.FindingCode.J09;
import static io.github.recsyseval.finding.FindingCode.J11;
import static io.github.recsyseval.finding.FindingCode.J12;
import static io.github.recsyseval.finding.FindingCode.J13;
import static io.github.recsyseval.finding.FindingCode.J14;
import static io.github.recsyseval.finding.FindingCode.J18;
import static io.github.recsyseval.finding.FindingCode.J22;
import static io.github.recsyseval.finding.FindingCode.J24;

import io.github.recsyseval.finding.FindingCode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** What is wrong with the logs, causes first. */
public final class Diagnosis {
    /** The context keys that a reader must keep of each exposure, in the order of {@link RequestWatch}. */
    public static final List<String> CONTEXT_KEYS = SliceKeys.KEYS;

    private static final List<Detector> DETECTORS = List.of(
            new UnusableIds(),
            UnmatchedCauses.detector(),
            new ReusedIds(),
            new ListNeighbours(),
            new UserMismatch(),
            new UserIsRequest(),
            new ItemNotShown(),
            new Clock(),
            new MixedLatency(),
            new Values(),
            new Units(),
            new Ranks(),
            new RepeatedItems(),
            new SliceKeys(),
            new SilentFailures(),
            new Bots(),
            new RepeatedOutcomes(),
            new UnequalLoss());

    /** A finding that another one brings with it. */
    private record Consequence(FindingCode cause, FindingCode of) {}

    private static final List<Consequence> CONSEQUENCES = List.of(
            new Consequence(J04, J09), new Consequence(J05, J06), new Consequence(J13, J14), new Consequence(J18, J11));

    /** A cause accounts for a consequence when it has at least this part of its records. */
    private static final double ENOUGH = 0.8;

    private Diagnosis() {}

    /** Whether any detector can find this; the others are {@code validate}'s. */
    public static boolean looksFor(FindingCode code) {
        return code != J12 && code.compareTo(J24) < 0;
    }

    /** All findings at or beyond their warning threshold: causes before consequences, the worst first. */
    public static List<Finding> of(Evidence evidence) {
        List<Finding> found = new ArrayList<>();
        for (Detector detector : DETECTORS) {
            detector.detect(evidence).stream().filter(Finding::counts).forEach(found::add);
        }
        List<Finding> judged = new ArrayList<>();
        for (Finding finding : found) {
            judged.add(cause(finding, found).map(finding::suppressed).orElse(finding));
        }
        judged.sort(Comparator.comparing((Finding finding) -> finding.suppressedBy() != null)
                .thenComparing(finding -> finding.severity(), Comparator.reverseOrder())
                .thenComparing(finding -> root(finding.code()))
                .thenComparing(Finding::code));
        return judged;
    }

    private static Optional<FindingCode> cause(Finding finding, List<Finding> found) {
        return CONSEQUENCES.stream()
                .filter(consequence -> consequence.of() == finding.code())
                .map(Consequence::cause)
                .filter(cause -> found.stream()
                        .anyMatch(other -> other.code() == cause && other.count() >= ENOUGH * finding.count()))
                .findFirst();
    }

    /** Causes of a broken join stand before everything else. */
    private static int root(FindingCode code) {
        int place = List.of(J03, J02, J01, J22).indexOf(code);
        return place < 0 ? Integer.MAX_VALUE : place;
    }
}
