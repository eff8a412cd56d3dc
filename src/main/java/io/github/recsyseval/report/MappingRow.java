package io.github.recsyseval.report;

import io.github.recsyseval.text.Counted;
import io.github.recsyseval.text.Decimals;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a map did to an input.
 *
 * @param map name of the preset or path of the map
 * @param mapped records rewritten
 * @param ignored records dropped by the map
 * @param rules every rule with its source fields
 * @param dropped number of values dropped by field: fields dropped by name, and fields replaced by a rule that uses another
 *     source
 * @param droppedRest number of other fields dropped; null unless the map says drop: rest
 */
public record MappingRow(
        String map,
        long mapped,
        long ignored,
        List<RuleRow> rules,
        Map<String, Long> dropped,
        @Nullable Long droppedRest) {

    /** The account in one sentence. */
    public String sentence() {
        StringBuilder words = new StringBuilder("map ").append(map).append(": ");
        words.append(Counted.of(mapped, "record")).append(" rewritten, ");
        words.append(count(ignored)).append(" left out");
        dropped.forEach((field, times) ->
                words.append(", ").append(field).append(" dropped from ").append(count(times)));
        if (droppedRest != null) {
            words.append(", ").append(Counted.of(droppedRest, "further field")).append(" dropped");
        }
        return words.toString();
    }

    private static String count(long n) {
        return Decimals.grouped(n);
    }

    /**
     * One field that may serve for one field of the contract.
     *
     * @param field the field of the contract
     * @param from the field of the log; null for a constant
     * @param count how many values came from it
     */
    public record RuleRow(String field, @Nullable String from, long count) {}
}
