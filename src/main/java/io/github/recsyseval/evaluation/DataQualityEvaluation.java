package io.github.recsyseval.evaluation;

import io.github.recsyseval.engine.InputAccount;
import io.github.recsyseval.engine.JoinRun;
import io.github.recsyseval.event.Contract;
import io.github.recsyseval.join.AssignmentClass;
import io.github.recsyseval.join.Attribution;
import io.github.recsyseval.join.DedupeEffect;
import io.github.recsyseval.join.OutcomeClass;
import io.github.recsyseval.join.OutcomeDedupe;
import io.github.recsyseval.join.OutcomeIndex;
import io.github.recsyseval.metric.RequestMetric;
import io.github.recsyseval.report.AttributionRow;
import io.github.recsyseval.report.DataQuality;
import io.github.recsyseval.report.ViolationRow;
import io.github.recsyseval.source.Place;
import io.github.recsyseval.source.ViolationGroups;
import io.github.recsyseval.stat.RatioKind;
import io.github.recsyseval.stat.RatioMoments;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The books of the join: how many of everything, in which class, and the rates. */
final class DataQualityEvaluation {
    static final RequestMetric OUTCOME_JOIN_RATE = new RequestMetric(
            "outcome_join_rate",
            "valid outcomes whose request_id matches an exposure / valid outcomes",
            RatioKind.PROPORTION,
            RequestMetric.Better.HIGHER);
    static final RequestMetric ASSIGNMENT_JOIN_RATE = new RequestMetric(
            "assignment_join_rate",
            "valid assignments whose request_id matches an exposure / valid assignments",
            RatioKind.PROPORTION,
            RequestMetric.Better.HIGHER);

    private final JoinRun run;

    DataQualityEvaluation(JoinRun run) {
        this.run = run;
    }

    /** Matched or not, by the outcome's user; outcomes of exposures that a filter left out stand aside. */
    RatioMoments outcomeJoin() {
        OutcomeIndex outcomes = run.outcomeIndex();
        return SharesByUser.of(
                outcomes.size(),
                outcomes::user,
                row -> outcomes.outcomeClass(row) != OutcomeClass.EXCLUDED,
                row -> outcomes.outcomeClass(row).isMatched());
    }

    /** Matched or not, by the assignment's user. */
    RatioMoments assignmentJoin() {
        return run.assignmentBooks().get().matched();
    }

    Map<String, Long> exposureClasses() {
        Map<String, Long> classes = new LinkedHashMap<>();
        classes.put("invalid", run.exposures().ledger().invalid());
        classes.put("identical_duplicate", run.join().identicalDuplicates());
        classes.put("conflicting_duplicate", run.join().conflictingDuplicates());
        classes.put("excluded", run.tally().excluded());
        classes.put("joined", run.tally().joined());
        classes.put("without_outcome", run.tally().evaluated() - run.tally().joined());
        return classes;
    }

    Map<String, Long> outcomeClasses() {
        long[] counts = run.join().outcomeClasses();
        long missing = run.outcomes().completeness().missingRequestId();
        Map<String, Long> classes = new LinkedHashMap<>();
        for (OutcomeClass is : OutcomeClass.values()) {
            long count = switch (is) {
                case MISSING_REQUEST_ID -> missing;
                case INVALID -> run.outcomes().ledger().invalid() - missing;
                default -> counts[is.ordinal()];
            };
            classes.put(is.label(), count);
        }
        return classes;
    }

    Map<String, Long> assignmentClasses() {
        long[] counts = run.assignmentBooks().get().counts();
        long missing = run.assignments().completeness().missingRequestId();
        Map<String, Long> classes = new LinkedHashMap<>();
        for (AssignmentClass is : AssignmentClass.values()) {
            long count = switch (is) {
                case MISSING_REQUEST_ID -> missing;
                case INVALID -> run.assignments().ledger().invalid() - missing;
                default -> counts[is.ordinal()];
            };
            classes.put(is.label(), count);
        }
        return classes;
    }

    DataQuality.JoinIntegrity integrity(
            @Nullable Double exposureJoinRate, RatioMoments outcomeJoin, RatioMoments assignmentJoin) {
        return new DataQuality.JoinIntegrity(
                run.exposures().ledger().valid(),
                run.outcomes().ledger().valid(),
                run.assignments().ledger().valid(),
                exposureJoinRate,
                Figures.finite(outcomeJoin.ratio()),
                Figures.finite(assignmentJoin.ratio()),
                run.join().identicalDuplicates() + run.join().conflictingDuplicates(),
                run.join().identicalDuplicates(),
                run.join().conflictingDuplicates());
    }

    DataQuality.UserMismatch userMismatch() {
        long of = run.tally().matchedOutcomes();
        long n = run.tally().userMismatches();
        return new DataQuality.UserMismatch(n, of, of == 0 ? null : (double) n / of);
    }

    AttributionRow attribution(Attribution attribution) {
        return new AttributionRow(
                attribution.windowWords(),
                attribution.dedupe().words(),
                run.join().outcomeClasses()[OutcomeClass.OUTSIDE_WINDOW.ordinal()],
                Stream.of(OutcomeDedupe.EXACT, OutcomeDedupe.TWO_SECONDS)
                        .map(rule -> DedupeEffect.of(run.outcomeIndex(), rule))
                        .map(DataQualityEvaluation::dedupe)
                        .toList());
    }

    private static AttributionRow.DedupeRow dedupe(DedupeEffect effect) {
        return new AttributionRow.DedupeRow(
                effect.rule().words(),
                effect.clicks() + effect.conversions(),
                effect.clicks(),
                effect.conversions(),
                Math.max(-Double.MAX_VALUE, Math.min(Double.MAX_VALUE, effect.value())));
    }

    static DataQuality.CompletenessRow completeness(InputAccount account) {
        long total = account.completeness().total();
        long missing = account.completeness().missing();
        return new DataQuality.CompletenessRow(total, missing, total == 0 ? null : (double) missing / total);
    }

    List<ViolationRow> violations() {
        List<ViolationRow> rows = new ArrayList<>();
        rows.addAll(violations(Contract.EXPOSURE, run.exposures()));
        rows.addAll(violations(Contract.OUTCOME, run.outcomes()));
        rows.addAll(violations(Contract.ASSIGNMENT, run.assignments()));
        return rows;
    }

    private static List<ViolationRow> violations(Contract contract, InputAccount account) {
        return account.ledger().violations().groups().stream()
                .map(group -> violation(contract.plural(), group))
                .toList();
    }

    private static ViolationRow violation(String input, ViolationGroups.Group group) {
        return new ViolationRow(
                input,
                group.keyword(),
                group.schemaLocation(),
                group.records(),
                place(group.first()),
                place(group.last()),
                group.examples().stream()
                        .map(example -> new ViolationRow.ExampleRow(
                                example.place().file(), example.place().line(), example.pointer(), example.message()))
                        .toList());
    }

    private static ViolationRow.PlaceRow place(Place place) {
        return new ViolationRow.PlaceRow(place.file(), place.line());
    }
}
