package io.github.recsyseval.proposal;

import io.github.recsyseval.event.Contract;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The fields in which logs name the same requests and the same items. */
final class SharedIds {
    /** An id of a request with no usual name is another one in nearly every exposure. */
    private static final double UNIQUE = 0.9;

    private final Map<Contract, Candidate> requests = new EnumMap<>(Contract.class);
    private final Map<Contract, Candidate> items = new EnumMap<>(Contract.class);
    private Optional<ExposureList> list = Optional.empty();

    private SharedIds() {}

    static SharedIds of(Map<Contract, Census> logs) {
        SharedIds ids = new SharedIds();
        Census none = new Census();
        Census exposures = logs.getOrDefault(Contract.EXPOSURE, none);
        Census outcomes = logs.getOrDefault(Contract.OUTCOME, none);
        ids.pair(ids.requests, requests(exposures), Contract.OUTCOME, Candidate.of("request_id", outcomes, false));
        if (logs.containsKey(Contract.ASSIGNMENT)) {
            Candidate known = ids.requests.get(Contract.EXPOSURE);
            ids.pair(
                    ids.requests,
                    known == null ? List.of() : List.of(known),
                    Contract.ASSIGNMENT,
                    Candidate.of("request_id", logs.getOrDefault(Contract.ASSIGNMENT, none), false));
        }
        ids.list = ExposureList.of(exposures);
        ids.pair(
                ids.items,
                ids.list.map(ExposureList::ids).orElse(List.of()),
                Contract.OUTCOME,
                Candidate.of("item_id", outcomes, false));
        return ids;
    }

    private static List<Candidate> requests(Census exposures) {
        List<Candidate> candidates = new ArrayList<>();
        for (Candidate candidate : Candidate.of("request_id", exposures, false)) {
            FieldFacts facts = candidate.facts();
            if (candidate.isNamed() || facts.ids.size() >= UNIQUE * facts.there) {
                candidates.add(candidate);
            }
        }
        return candidates;
    }

    /** Notes the fields of both logs; where they have nothing in common, those with usual names. */
    private void pair(
            Map<Contract, Candidate> found, List<Candidate> exposures, Contract other, List<Candidate> others) {
        Optional<Candidate.Pair> best = Candidate.Pair.best(exposures, others);
        best.map(Candidate.Pair::one).or(() -> named(exposures)).ifPresent(one -> found.put(Contract.EXPOSURE, one));
        best.map(Candidate.Pair::other).or(() -> named(others)).ifPresent(one -> found.put(other, one));
    }

    private static Optional<Candidate> named(List<Candidate> candidates) {
        return candidates.stream().filter(Candidate::isNamed).findFirst();
    }

    Optional<Candidate> request(Contract contract) {
        return Optional.ofNullable(requests.get(contract));
    }

    /** The id of an item: in an element of the list, or in an outcome. */
    Optional<Candidate> item(Contract contract) {
        return Optional.ofNullable(items.get(contract));
    }

    /** What an exposure showed. */
    Optional<ExposureList> list() {
        return list;
    }
}
