package io.github.recsyseval.proposal;

import io.github.recsyseval.schema.UsualNames;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * A field of a log that may be what a contract asks for.
 *
 * @param path its names from the outside in
 * @param place how usual its name is for it, as {@link UsualNames#place} says
 */
record Candidate(List<String> path, FieldFacts facts, int place) {
    /** A field with another name counts from so many different values on. */
    private static final int LEAST_VALUES = 20;

    private static final double LEAST_SHARED = 0.5;

    /** Names that mean an id where they stand in an element of a list, after the usual ones. */
    private static final List<String> WITHIN = List.of("id", "key");

    private static final int WITHIN_PLACE = 50;

    /** More fields than these are not tried. */
    private static final int MOST = 60;

    /** The fields with plain values, those with the most usual names first. */
    static List<Candidate> of(String field, Census census, boolean element) {
        List<Candidate> candidates = new ArrayList<>();
        census.fields().forEach((path, facts) -> {
            if (facts.isScalar()) {
                int place = UsualNames.place(field, path);
                boolean within =
                        element && place == UsualNames.NONE && path.size() == 1 && WITHIN.contains(path.get(0));
                candidates.add(new Candidate(path, facts, within ? WITHIN_PLACE : place));
            }
        });
        candidates.sort(Comparator.comparingInt(Candidate::place)
                .thenComparing(candidate -> -candidate.facts.there)
                .thenComparing(candidate -> candidate.path.size())
                .thenComparing(candidate -> String.join(".", candidate.path)));
        return candidates.subList(0, Math.min(MOST, candidates.size()));
    }

    boolean isNamed() {
        return place < UsualNames.NONE;
    }

    /** Two fields of two logs that hold the same ids. */
    record Pair(Candidate one, Candidate other) {
        private double score() {
            return 100 * one.facts.share(other.facts) - penalty(one) - penalty(other);
        }

        /** In percent of the values: a usual name outweighs another one with a few more values in common. */
        private static int penalty(Candidate candidate) {
            if (!candidate.isNamed()) {
                return 40;
            }
            return candidate.place > WITHIN_PLACE ? 20 : Math.min(candidate.place, 20) / 2;
        }

        /** Whether values speak for it where a name does not. */
        private boolean mayBe() {
            return one.isNamed() && other.isNamed() || sharesIds();
        }

        /** Under one name a few will do: the lines looked at may be of different times, or sorted by the id in one log. */
        private boolean sharesIds() {
            double share = one.facts.share(other.facts);
            return one.path.equals(other.path)
                    ? share * other.facts.ids.size() >= LEAST_VALUES
                    : other.facts.ids.size() >= LEAST_VALUES && share >= LEAST_SHARED;
        }

        /** The pair that shares most values, usual names preferred; none where neither values nor names say anything. */
        static Optional<Pair> best(List<Candidate> ones, List<Candidate> others) {
            Pair best = null;
            double score = Double.NEGATIVE_INFINITY;
            for (Candidate one : ones) {
                for (Candidate other : others) {
                    Pair pair = new Pair(one, other);
                    double found = pair.mayBe() ? pair.score() : Double.NEGATIVE_INFINITY;
                    if (found > score) {
                        best = pair;
                        score = found;
                    }
                }
            }
            return Optional.ofNullable(best);
        }
    }
}
