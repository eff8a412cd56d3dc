package io.github.recsyseval.proposal;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Which keys of the context are worth slicing by: those that nearly every exposure has, with a few values each of which has enough
 * exposures.
 *
 * @param good keys to slice by, the ones with the fewest values first
 * @param others what speaks against each of the other keys
 */
public record SliceProposal(List<String> good, Map<String, String> others) {
    private static final int MAX_KEYS = 1_000;
    private static final int MAX_VALUES = 20;
    private static final int MAX_SLICES = 5;
    private static final double COVERAGE = 0.95;
    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** @param records exposures as the contract says, in JSON */
    public static SliceProposal of(List<byte[]> records) {
        Map<String, FieldFacts> keys = new TreeMap<>();
        for (byte[] record : records) {
            JsonNode context = JSON.readTree(record).path("context");
            context.properties().forEach(entry -> {
                if (keys.containsKey(entry.getKey()) || keys.size() < MAX_KEYS) {
                    keys.computeIfAbsent(entry.getKey(), any -> new FieldFacts())
                            .see(entry.getValue());
                }
            });
        }
        List<String> good = new ArrayList<>();
        Map<String, Integer> values = new HashMap<>();
        Map<String, String> others = new TreeMap<>();
        keys.forEach((key, facts) -> {
            String against = against(facts, records.size());
            if (against.isEmpty()) {
                good.add(key);
                values.put(key, facts.values.size());
            } else {
                others.put(key, against);
            }
        });
        good.sort(Comparator.comparingInt((String key) -> values.getOrDefault(key, 0))
                .thenComparing(Comparator.naturalOrder()));
        while (good.size() > MAX_SLICES) {
            others.put(good.remove(good.size() - 1), "would be one slice too many");
        }
        return new SliceProposal(good, others);
    }

    private static String against(FieldFacts facts, int records) {
        if (facts.tooManyValues || facts.values.size() > MAX_VALUES) {
            return "more than " + MAX_VALUES + " values";
        }
        if (facts.records < COVERAGE * records) {
            return String.format(Locale.ROOT, "%.0f %% of the exposures have it", 100.0 * facts.records / records);
        }
        return facts.values.size() < 2 ? "one value only" : "";
    }
}
