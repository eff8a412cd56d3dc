package io.github.recsyseval.proposal;

import io.github.recsyseval.event.Contract;
import io.github.recsyseval.schema.UsualNames;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Guesses the rules for one log. */
final class RuleGuess {
    /** More keys of the context than a map should have. */
    private static final int MAX_RULES = 40;

    /** A field that so few records have in vain is the same everywhere. */
    private static final int FEW_RECORDS = 20;

    /** Names of what is elsewhere called a surface. */
    private static final List<String> SURFACES =
            List.of("placement", "placement_id", "widget", "list_name", "item_list_name", "page_type");

    private final Contract contract;
    private final Census census;
    private final SharedIds ids;
    private final Map<String, String> rules = new LinkedHashMap<>();
    private final List<String> missing = new ArrayList<>();
    private final Set<List<String>> used = new HashSet<>();
    private boolean perItem;

    RuleGuess(Contract contract, Census census, SharedIds ids) {
        this.contract = contract;
        this.census = census;
        this.ids = ids;
    }

    MapProposal proposal() {
        id("request_id", ids.request(contract), contract != Contract.ASSIGNMENT);
        user();
        time();
        switch (contract) {
            case EXPOSURE, RANKLIST -> exposure();
            case OUTCOME -> outcome();
            case ASSIGNMENT ->
                List.of("experiment_id", "variant")
                        .forEach(target -> id(target, named(target).stream().findFirst(), true));
        }
        if (contract != Contract.OUTCOME) {
            context();
        }
        leftOut();
        return new MapProposal(rules, missing, census.records() > 0, perItem);
    }

    /** The rest of the log is left out; by name where the context holds more than texts, since it is kept otherwise. */
    private void leftOut() {
        List<List<String>> deep = census.fields().entrySet().stream()
                .filter(field ->
                        isInContext(field.getKey()) && !field.getValue().isScalar())
                .map(Map.Entry::getKey)
                .filter(path -> path.size() == 2 && !isUsed(path))
                .toList();
        boolean left = census.fields().keySet().stream()
                .anyMatch(path -> path.size() == 1 && !used.contains(path) && !path.equals(List.of("context")));
        if (!deep.isEmpty()) {
            List<List<String>> drop = new ArrayList<>(deep);
            census.fields().keySet().stream()
                    .filter(path -> !path.get(0).equals("context") && !isUsed(path))
                    .filter(path -> drop.stream()
                            .noneMatch(whole -> path.size() > whole.size()
                                    && path.subList(0, whole.size()).equals(whole)))
                    .forEach(drop::add);
            rules.put("drop", drop.stream().map(MapProposal::text).toList().toString());
        } else if (left) {
            rules.put("drop", "rest");
        }
    }

    private boolean isInContext(List<String> path) {
        return contract != Contract.OUTCOME && path.get(0).equals("context");
    }

    /** Whether a rule takes a field or something in it. */
    private boolean isUsed(List<String> path) {
        return used.stream()
                .anyMatch(taken -> taken.size() >= path.size()
                        && taken.subList(0, path.size()).equals(path));
    }

    private void exposure() {
        Optional<ExposureList> list = ids.list();
        Optional<Candidate> item = ids.item(Contract.EXPOSURE);
        Optional<String> rank = list.flatMap(ExposureList::unreadableRank);
        if (rank.isPresent()) {
            missing.add("items: " + rank.get() + " counts from 0, and not in the order of the list; add 1 to it");
        } else if (list.isPresent() && item.isPresent()) {
            used.add(list.get().path());
            list.get().rule(item.get()).ifPresent(rule -> rules.put("items", rule));
            kind(list.get());
        } else {
            missing.add("items");
            perItem = named("item_id").stream().anyMatch(candidate -> candidate.facts().there > census.records() / 2);
        }
        named("latency_ms").stream().findFirst().ifPresent(found -> number("latency_ms", found));
        named("error").stream()
                .filter(found -> !found.facts().tooManyValues)
                .findFirst()
                .ifPresent(found -> put("error", found.path(), MapProposal.text(found.path()), true));
    }

    /** Where other events stand in the log, too: the field that tells which records are exposures, as a key of the context. */
    private void kind(ExposureList list) {
        if (list.facts().there >= census.records()) {
            return;
        }
        for (Candidate candidate : Candidate.of("event_type", census, false)) {
            List<String> shown = census.valuesWith(candidate.path(), list.path());
            if (!shown.isEmpty()) {
                List<String> pairs = shown.stream()
                        .map(value -> Yaml.word(value) + ": " + Yaml.word(value))
                        .toList();
                String name = candidate.path().get(candidate.path().size() - 1);
                put(
                        "context." + name,
                        candidate.path(),
                        "{from: " + MapProposal.text(candidate.path()) + ", values: {" + String.join(", ", pairs)
                                + "}, others: ignore}",
                        false);
                return;
            }
        }
    }

    private void outcome() {
        id("item_id", ids.item(Contract.OUTCOME), true);
        Optional<Candidate> event = Candidate.of("event_type", census, false).stream()
                .filter(candidate -> candidate.isNamed() || EventWords.recognised(candidate.facts()) > 0)
                .max(Comparator.comparingLong((Candidate candidate) -> EventWords.recognised(candidate.facts()))
                        .thenComparing(candidate -> -candidate.place()));
        if (event.isPresent()) {
            Candidate found = event.get();
            String rule = EventWords.rule(MapProposal.text(found.path()), found.facts());
            put("event_type", found.path(), rule, true);
        } else {
            rules.put("event_type", "{constant: click}    # no field says what users did: are these clicks?");
        }
        named("value").stream()
                .filter(found -> found.facts().values.keySet().stream().anyMatch(RuleGuess::isNumber))
                .findFirst()
                .ifPresent(found -> number("value", found));
    }

    private static boolean isNumber(String text) {
        return text.matches("-?[0-9]+([.][0-9]+)?([eE][+-]?[0-9]+)?");
    }

    private List<Candidate> named(String target) {
        return Candidate.of(target, census, false).stream()
                .filter(Candidate::isNamed)
                .filter(candidate -> !used.contains(candidate.path()))
                .toList();
    }

    private void id(String target, Optional<Candidate> found, boolean required) {
        if (found.isPresent()) {
            Candidate id = found.get();
            boolean numbers = id.facts().numbers > 0;
            put(
                    target,
                    id.path(),
                    numbers ? MapProposal.withAs(id.path(), "text") : MapProposal.text(id.path()),
                    !numbers);
        } else if (required) {
            missing.add(target);
        }
    }

    private void user() {
        List<Candidate> users = named("user_id").stream()
                .filter(candidate -> candidate.facts().there > 0)
                .limit(3)
                .toList();
        Optional<Candidate> first = users.stream().findFirst();
        boolean always =
                first.map(user -> user.facts().there == census.records()).orElse(false);
        if (always || users.size() < 2) {
            id("user_id", first, true);
            return;
        }
        users.forEach(user -> used.add(user.path()));
        List<String> paths =
                users.stream().map(user -> MapProposal.text(user.path())).toList();
        rules.put("user_id", "[" + String.join(", ", paths) + "]");
    }

    private void time() {
        Optional<Candidate> time = Candidate.of("ts", census, false).stream()
                .filter(candidate -> candidate.facts().isTime() && !used.contains(candidate.path()))
                .findFirst();
        if (time.isEmpty()) {
            missing.add("ts");
            return;
        }
        List<String> path = time.get().path();
        FieldFacts facts = time.get().facts();
        long numbers = Math.max(facts.micros, Math.max(facts.millis, facts.seconds));
        if (facts.times >= numbers) {
            put("ts", path, MapProposal.text(path), true);
        } else {
            String unit = numbers == facts.millis ? "millis" : numbers == facts.seconds ? "seconds" : "micros";
            put("ts", path, MapProposal.withAs(path, "epoch_" + unit), false);
        }
    }

    private void number(String target, Candidate found) {
        boolean texts = found.facts().texts > 0;
        List<String> path = found.path();
        boolean nulls = found.facts().there < found.facts().records;
        put(target, path, texts ? MapProposal.withAs(path, "number") : MapProposal.text(path), !texts && !nulls);
    }

    /** @param asItIs whether the rule says nothing where the field has the contract's own name */
    private void put(String target, List<String> path, String rule, boolean asItIs) {
        used.add(path);
        if (!asItIs || !path.equals(List.of(target)) || !rule.equals(target)) {
            rules.put(target, rule);
        }
    }

    /** Fields with few values that nearly every record has are worth having as keys. */
    private void context() {
        census.fields().forEach((path, facts) -> {
            String name = path.get(path.size() - 1);
            boolean own = path.get(0).equals("context") && path.size() < 3;
            boolean one = facts.values.size() < 2 && census.records() >= FEW_RECORDS;
            if (!own && !used.contains(path) && isKey(facts) && !one && rules.size() < MAX_RULES) {
                String key = "context." + key(name);
                String target = rules.containsKey(key) ? "context." + name : key;
                if (!rules.containsKey(target)) {
                    put(target, path, MapProposal.text(path), false);
                }
            }
        });
    }

    private boolean isKey(FieldFacts facts) {
        return facts.isScalar() && !facts.tooManyValues && facts.there > census.records() / 2;
    }

    private static String key(String name) {
        String plain = name.toLowerCase(Locale.ROOT);
        if (SURFACES.contains(plain)) {
            return "surface";
        }
        return UsualNames.contextKey(name).orElse(name);
    }
}
