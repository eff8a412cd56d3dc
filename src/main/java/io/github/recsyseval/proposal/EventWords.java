package io.github.recsyseval.proposal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** What the words in a log say that users did. */
final class EventWords {
    private static final Set<String> CLICKS = Set.of("click", "clicked", "tap", "tapped");
    private static final Set<String> CHOICES = Set.of("select", "selected", "open", "opened");

    /** What is chosen; an app that is opened is something else. */
    private static final Set<String> THINGS =
            Set.of("item", "product", "content", "article", "recommendation", "rec", "recs");

    private static final Set<String> CONVERSIONS = Set.of(
            "conversion",
            "converted",
            "purchase",
            "purchased",
            "order",
            "ordered",
            "buy",
            "bought",
            "sale",
            "checkout",
            "transaction");

    /** With one of these it is not done, or undone, or something else. */
    private static final Set<String> NOT = Set.of(
            "add",
            "added",
            "begin",
            "start",
            "started",
            "cancel",
            "cancelled",
            "canceled",
            "refund",
            "refunded",
            "fail",
            "failed",
            "view",
            "viewed",
            "list",
            "unselect",
            "remove",
            "removed");

    private EventWords() {}

    /** The event of the contract that a value means; empty where no word, or a word against it, says so. */
    static Optional<String> meaning(String value) {
        String spaced = value.replaceAll("([a-z])([A-Z])", "$1 $2").toLowerCase(Locale.ROOT);
        List<String> words = Arrays.asList(spaced.split("[^a-z]+"));
        if (spaced.equals("view_item")) {
            return Optional.of("click");
        }
        if (words.stream().anyMatch(NOT::contains)) {
            return Optional.empty();
        }
        if (words.stream().anyMatch(CONVERSIONS::contains)) {
            return Optional.of("conversion");
        }
        boolean choice = words.stream().anyMatch(CHOICES::contains)
                && words.stream().allMatch(word -> CHOICES.contains(word) || THINGS.contains(word));
        return choice || words.stream().anyMatch(CLICKS::contains) ? Optional.of("click") : Optional.empty();
    }

    /** How many records have a value that says what was done. */
    static long recognised(FieldFacts facts) {
        return facts.values.entrySet().stream()
                .filter(entry -> meaning(entry.getKey()).isPresent())
                .mapToLong(Map.Entry::getValue)
                .sum();
    }

    /** The rule that reads events from a field. */
    static String rule(String path, FieldFacts facts) {
        Map<String, String> values = new TreeMap<>();
        facts.values.keySet().forEach(value -> meaning(value).ifPresent(event -> values.put(value, event)));
        boolean others = facts.tooManyValues || values.size() < facts.values.size();
        boolean asTheyAre =
                !others && values.entrySet().stream().allMatch(e -> e.getKey().equals(e.getValue()));
        if (asTheyAre || values.isEmpty()) {
            return path;
        }
        List<String> pairs = new ArrayList<>();
        values.forEach((from, to) -> pairs.add(Yaml.word(from) + ": " + to));
        return "{from: " + path + ", values: {" + String.join(", ", pairs) + "}" + (others ? ", others: ignore}" : "}");
    }
}
