package io.github.recsyseval.proposal;

import io.github.recsyseval.schema.UsualNames;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The field of an exposure log that holds what was shown.
 *
 * @param path of the list
 * @param elements what is in it
 */
record ExposureList(List<String> path, FieldFacts facts, Census elements) {
    private static final List<String> RANKS = List.of("rank", "position", "pos", "index", "slot", "place");

    private static final String RANK = "rank";

    /** The list with the most usual name; of two without one, that with more in it. */
    static Optional<ExposureList> of(Census census) {
        return census.fields().entrySet().stream()
                .filter(field -> isList(field.getValue()))
                .min(Comparator.comparingInt((Map.Entry<List<String>, FieldFacts> field) ->
                                UsualNames.place("items", field.getKey()))
                        .thenComparing(field -> -size(census, field.getKey()))
                        .thenComparing(field -> String.join(".", field.getKey())))
                .map(field -> new ExposureList(field.getKey(), field.getValue(), census.elements(field.getKey())));
    }

    private static boolean isList(FieldFacts facts) {
        return facts.lists > 0 && facts.lists == facts.there;
    }

    private static long size(Census census, List<String> path) {
        Census elements = census.elements(path);
        return elements.records() + elements.plain().records;
    }

    /** Whether elements are ids, and not objects that hold them. */
    boolean isPlain() {
        return elements.records() == 0 && elements.plain().isScalar();
    }

    /** The fields that may be the id of an item. */
    List<Candidate> ids() {
        return isPlain()
                ? List.of(new Candidate(List.of("$value"), elements.plain(), 0))
                : Candidate.of("item_id", elements, true);
    }

    /** The rule that reads it; empty where the contract's names do. */
    Optional<String> rule(Candidate id) {
        String from = "{from: " + MapProposal.text(path) + ", item_id: ";
        if (isPlain()) {
            return Optional.of(from + "$value}");
        }
        Map<String, String> fields = new TreeMap<>();
        if (id.facts().numbers > 0) {
            fields.put("item_id", MapProposal.withAs(id.path(), "text"));
        } else if (!id.path().equals(List.of("item_id"))) {
            fields.put("item_id", MapProposal.text(id.path()));
        }
        String rank = rank();
        if (!rank.equals(RANK)) {
            fields.put(RANK, rank);
        }
        if (fields.isEmpty() && path.equals(List.of("items"))) {
            return Optional.empty();
        }
        StringBuilder rule = new StringBuilder("{from: ").append(MapProposal.text(path));
        fields.forEach((to, field) -> rule.append(", ").append(to).append(": ").append(field));
        return Optional.of(rule.append('}').toString());
    }

    /** The field of the ranks: places from 1 on; from 0 on they are no ranks, and the place in the list is taken. */
    private String rank() {
        return ranks().filter(path -> !countsFromZero(path))
                .map(MapProposal::text)
                .orElse("$position");
    }

    /** The field of ranks that neither a rule nor the place in the list gives: they count from 0, and lists are in another order. */
    Optional<String> unreadableRank() {
        return ranks().filter(this::countsFromZero)
                .map(path -> path.get(0))
                .filter(name -> !elements.isOrderedBy(name));
    }

    private Optional<List<String>> ranks() {
        return elements.fields().entrySet().stream()
                .filter(field -> isRank(field.getKey(), field.getValue()))
                .map(Map.Entry::getKey)
                .min(Comparator.comparing(this::countsFromZero)
                        .thenComparing(path -> RANKS.indexOf(path.get(0).toLowerCase(Locale.ROOT))));
    }

    private boolean countsFromZero(List<String> path) {
        FieldFacts facts = elements.fields().get(path);
        return facts != null && facts.values.containsKey("0");
    }

    private boolean isRank(List<String> field, FieldFacts seen) {
        return field.size() == 1
                && RANKS.contains(field.get(0).toLowerCase(Locale.ROOT))
                && seen.numbers == elements.records();
    }
}
