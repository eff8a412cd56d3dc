package io.github.recsyseval.diagnosis;

import static io.github.recsyseval.finding.FindingCode.J01;
import static io.github.recsyseval.finding.FindingCode.J02;
import static io.github.recsyseval.finding.FindingCode.J03;
import static io.github.recsyseval.finding.FindingCode.J04;
import static io.github.recsyseval.finding.FindingCode.J05;
import static io.github.recsyseval.finding.FindingCode.J06;
import static io.github.recsyseval.finding.FindingCode.J09;
import static io.github.recsyseval.finding.FindingCode.J11;
import static io.github.recsyseval.finding.FindingCode.J13;
import static io.github.recsyseval.finding.FindingCode.J14;
import static io.github.recsyseval.finding.FindingCode.J18;
import static io.github.recsyseval.finding.FindingCode.J22;
import static io.github.recsyseval.finding.FindingCode.J24;

import io.github.recsyseval.finding.FindingCode;
import io.github.recsyseval.join.OutcomeIndex;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** What is wrong with the logs, causes first. */
public final class Diagnosis {
    /** The context keys that a reader must keep of each exposure, in the order of {@link RequestWatch}. */
    public static final List<String> CONTEXT_KEYS = SliceKeys.KEYS;

    /** The one of them that says where on a page a list stood. */
    public static final String SURFACE = SliceKeys.SURFACE;

    /** Slice columns with more arms of experiments than this are not looked at arm by arm. */
    public static final int MOST_ARMS = 64;

    private static final List<Detector> DETECTORS = List.of(
            new UnusableIds(),
            UnmatchedCauses.detector(),
            new MissingOutcomes(),
            new ReusedIds(),
            new ListNeighbours(),
            new UserMismatch(),
            new UserIsRequest(),
            new ItemNotShown(),
            new Clock(),
            new LateOutcomes(),
            new ImpossibleTimes(),
            new MixedLatency(),
            new NoLatencies(),
            new Values(),
            new LargestValue(),
            new UnitsByArm(),
            new Units(),
            new Ranks(),
            new RepeatedItems(),
            new SliceKeys(),
            new SliceValues(),
            new SurfaceNames(),
            new UnseenSlice(),
            new Propensities(),
            new PersonalData(),
            new SilentFailures(),
            new Bots(),
            new SharedIds(),
            new OnlyClicked(),
            new FirstItemOnly(),
            new RepeatedOutcomes(),
            new UnequalLoss());

    /** A finding that another one brings with it. */
    private record Consequence(FindingCode cause, FindingCode of) {}

    private static final List<Consequence> CONSEQUENCES = List.of(
            new Consequence(J04, J09), new Consequence(J05, J06), new Consequence(J13, J14), new Consequence(J18, J11));

    /** A cause accounts for a consequence when it has at least this part of its records. */
    private static final double ENOUGH = 0.8;

    private Diagnosis() {}

    /** Why these logs cannot show a fault, whether they have it or not; empty when they can. */
    public static Optional<String> blindTo(FindingCode code, Evidence evidence) {
        OutcomeIndex outcomes = evidence.outcomes();
        return switch (code) {
            case J25 -> Optional.of("only validate checks for it");
            case J23 -> unless(evidence.assignments().size() > 0, "there is no assignment");
            case J24 ->
                unless(
                        evidence.requests().lines.lines().stream().anyMatch(SampledLine::logsPropensity),
                        "no propensity is logged");
            case J11 ->
                unless(
                        evidence.requests().latencies.n + evidence.requests().latencies.zeros > 0,
                        "no latency is logged");
            case J13, J14 ->
                unless(
                        IntStream.range(0, outcomes.size()).anyMatch(outcomes::isKeptConversion),
                        "there is no conversion");
            case J21, J22 ->
                blindToLost(evidence)
                        .or(() -> unless(
                                !evidence.orphansAreOfInvalidLines(),
                                "outcomes without exposure are most likely those of invalid exposures"));
            case J01, J02 -> blindToLost(evidence);
            case J03, J07, J09, J19, J20, J27, J28 -> unless(evidence.parsedOutcomes() > 0, "there is no outcome");
            default -> unless(evidence.exposures() > 0, "there is no exposure");
        };
    }

    private static Optional<String> blindToLost(Evidence evidence) {
        return unless(evidence.parsedOutcomes() > 0, "there is no outcome")
                .or(() -> unless(evidence.exposures() > 0, "there is no exposure"));
    }

    private static Optional<String> unless(boolean there, String reason) {
        return there ? Optional.empty() : Optional.of(reason);
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
                .filter(cause -> found.stream().anyMatch(other -> other.code() == cause && accountsFor(other, finding)))
                .findFirst();
    }

    /** A finding that makes figures wrong is no consequence of one that leaves them as they are. */
    private static boolean accountsFor(Finding cause, Finding consequence) {
        return cause.count() >= ENOUGH * consequence.count()
                && (consequence.spoils() == null || consequence.spoils() == cause.spoils() || cause.breaksTrust());
    }

    /** Causes of a broken join stand before everything else. */
    private static int root(FindingCode code) {
        int place = List.of(J03, J02, J01, J22).indexOf(code);
        return place < 0 ? Integer.MAX_VALUE : place;
    }
}
