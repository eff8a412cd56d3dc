package io.github.recsyseval.diagnosis;

import io.github.recsyseval.join.OutcomeClass;
import io.github.recsyseval.join.OutcomeIndex;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The two samples side by side: users of whom both the exposures and the outcomes are kept. */
final class SampledUsers {
    private SampledUsers() {}

    /** The exposures of each user, by time and then by request. */
    static Map<Long, List<SampledExposure>> byUser(Evidence evidence) {
        Map<Long, List<SampledExposure>> users = new HashMap<>();
        for (SampledExposure exposure : evidence.requests().sample.records()) {
            users.computeIfAbsent(exposure.user(), user -> new ArrayList<>()).add(exposure);
        }
        users.values()
                .forEach(exposures -> exposures.sort(
                        Comparator.comparing(SampledExposure::time).thenComparing(SampledExposure::request)));
        return users;
    }

    /** The rows of the sampled outcomes that have a class, of users whose exposures are sampled, too. */
    static List<Integer> rows(Evidence evidence, OutcomeClass is) {
        return List.copyOf(withIds(evidence, is).keySet());
    }

    /** Likewise, with their request ids. */
    static Map<Integer, SampledOutcome> withIds(Evidence evidence, OutcomeClass is) {
        OutcomeIndex outcomes = evidence.outcomes();
        Map<Integer, SampledOutcome> bySource = new HashMap<>();
        evidence.watchedOutcomes()
                .sample()
                .in(evidence.requests().sample)
                .forEach(outcome -> bySource.put(outcome.source(), outcome));
        Map<Integer, SampledOutcome> rows = new java.util.TreeMap<>();
        for (int row = 0; row < outcomes.size(); row++) {
            SampledOutcome sampled = outcomes.outcomeClass(row) == is ? bySource.get(outcomes.source(row)) : null;
            if (sampled != null) {
                rows.put(row, sampled);
            }
        }
        return rows;
    }
}
