package io.github.recsyseval.proposal;

import io.github.recsyseval.event.Contract;
import io.github.recsyseval.mapping.FieldPath;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * What each field of a contract is called in a log, guessed from names, and from ids that several logs have in common. A guess is no
 * more than that: whoever shows it says how many lines keep the contract with it.
 *
 * @param rules the field of the contract, and its rule in YAML, in the order in which they should be written
 * @param missing fields that a record must have and for which nothing was found
 * @param hasRecords whether any line is a JSON object
 * @param perItem whether a record looks like one item shown, where the contract has one for each list
 */
public record MapProposal(Map<String, String> rules, List<String> missing, boolean hasRecords, boolean perItem) {

    /** A proposal for each log. */
    public static Map<Contract, MapProposal> of(Map<Contract, LogHead> heads) {
        Map<Contract, Census> logs = new EnumMap<>(Contract.class);
        heads.forEach((contract, head) -> logs.put(contract, Census.of(head)));
        SharedIds ids = SharedIds.of(logs);
        Map<Contract, MapProposal> proposals = new EnumMap<>(Contract.class);
        logs.forEach((contract, census) -> proposals.put(contract, new RuleGuess(contract, census, ids).proposal()));
        return proposals;
    }

    /** The rules as the part of a map, without indentation. */
    public List<String> lines(Contract contract) {
        List<String> lines = new ArrayList<>(List.of(contract.plural() + ":"));
        rules.forEach((target, rule) -> lines.add("  " + Yaml.word(target) + ": " + rule));
        return lines;
    }

    /** The rules for fields of the contract, without those for its context. */
    public List<String> recognised() {
        return rules.entrySet().stream()
                .filter(rule ->
                        !rule.getKey().startsWith("context.") && !rule.getKey().equals("drop"))
                .map(rule -> rule.getKey() + ": " + rule.getValue())
                .toList();
    }

    static String withAs(List<String> path, String as) {
        return "{from: " + text(path) + ", as: " + as + "}";
    }

    static String text(List<String> path) {
        return path.equals(List.of("$value")) ? "$value" : Yaml.word(new FieldPath(path).toString());
    }
}
