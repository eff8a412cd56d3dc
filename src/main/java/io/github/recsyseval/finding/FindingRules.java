package io.github.recsyseval.finding;

import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The rule for each code; where none was given, {@link Rule#WARN}. */
public final class FindingRules {
    /** Nothing but the defaults. */
    public static final FindingRules DEFAULT = new FindingRules(Map.of());

    private final Map<FindingCode, Rule> rules;

    private FindingRules(Map<FindingCode, Rule> rules) {
        this.rules = rules.isEmpty() ? Map.of() : Map.copyOf(new EnumMap<>(rules));
    }

    /**
     * Reads rules such as {@code J15=fail} or {@code ranks=off}; of several for one code the last counts.
     *
     * @throws IllegalArgumentException with a sentence for the user
     */
    public static FindingRules parse(List<String> texts) {
        Map<FindingCode, Rule> rules = new EnumMap<>(FindingCode.class);
        for (String text : texts) {
            int equals = text.indexOf('=');
            if (equals < 0) {
                throw new IllegalArgumentException("\"" + text + "\" is no rule such as J15=off, J15=warn or J15=fail");
            }
            String name = text.substring(0, equals).strip();
            FindingCode code = FindingCode.named(name).orElseThrow(() -> unknown(name));
            rules.put(code, rule(text.substring(equals + 1).strip()));
        }
        return new FindingRules(rules);
    }

    private static IllegalArgumentException unknown(String name) {
        return new IllegalArgumentException(FindingCode.unknown(name));
    }

    private static Rule rule(String word) {
        for (Rule rule : Rule.values()) {
            if (rule.word().equals(word.toLowerCase(Locale.ROOT))) {
                return rule;
            }
        }
        throw new IllegalArgumentException("a rule is off, warn or fail, not \"" + word + "\"");
    }

    /** These rules with one changed. */
    public FindingRules with(FindingCode code, Rule rule) {
        Map<FindingCode, Rule> changed = new EnumMap<>(FindingCode.class);
        changed.putAll(rules);
        changed.put(code, rule);
        return new FindingRules(changed);
    }

    public Rule of(FindingCode code) {
        return rules.getOrDefault(code, Rule.WARN);
    }

    /** Whether a rule was given for a code. */
    public boolean isGiven(FindingCode code) {
        return rules.containsKey(code);
    }

    public boolean isOff(FindingCode code) {
        return of(code) == Rule.OFF;
    }
}
