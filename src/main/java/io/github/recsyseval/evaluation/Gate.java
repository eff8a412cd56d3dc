package io.github.recsyseval.evaluation;

import io.github.recsyseval.slice.SliceName;
import io.github.recsyseval.text.DidYouMean;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * One rule that a metric has to keep, for all exposures or for one slice: {@code ndcg@10: max_drop=0.01} or
 * {@code ndcg@10[surface=home]: min=0.3, mode=ci}.
 *
 * @param text as it was given
 * @param metric its name
 * @param slice null for all exposures
 * @param limit at least 0 for drops
 */
public record Gate(String text, String metric, @Nullable SliceName slice, Rule rule, double limit, Mode mode) {

    /** What is demanded. A drop is a change for the worse: of Gini coefficients, which are better low, a rise. */
    public enum Rule {
        /** The metric may get worse than the baseline by this much. */
        MAX_DROP,
        /** The same, divided by the baseline. */
        MAX_RELATIVE_DROP,
        /** The metric is at least this. */
        MIN,
        /** The metric is at most this. */
        MAX;

        boolean needsBaseline() {
            return this == MAX_DROP || this == MAX_RELATIVE_DROP;
        }

        /** Whether values above the limit break the rule; otherwise those below. */
        boolean isUpperLimit() {
            return this != MIN;
        }

        String words() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** What decides. */
    public enum Mode {
        /** The value itself. */
        POINT,
        /** Fails only if the whole 95% interval breaks the rule: the violation is established. */
        CI,
        /** Passes only if the whole 95% interval keeps the rule: the compliance is established. */
        CI_STRICT;

        String words() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * Reads {@code METRIC[SLICE]: RULE=NUMBER, ..., mode=MODE}; {@code [SLICE]} and {@code mode} may be left out, and numbers may be
     * given in per cent.
     *
     * @return one gate for each rule
     * @throws InvalidGateException if the text is not of that form
     */
    public static List<Gate> parse(String text) {
        int close = text.lastIndexOf(']');
        int colon = text.indexOf(':', close + 1);
        if (colon < 0) {
            throw wrong(text, "a gate is written METRIC: RULE=NUMBER, as in ndcg@10: max_drop=0.01");
        }
        String target = text.substring(0, colon).strip();
        int open = close < 0 ? -1 : target.indexOf('[');
        if (close >= 0 && (open < 0 || !target.endsWith("]"))) {
            throw wrong(text, "write the slice in brackets after the metric, as in ndcg@10[surface=home]: min=0.3");
        }
        String metric = (open < 0 ? target : target.substring(0, open)).strip();
        SliceName slice = open < 0 ? null : slice(text, target.substring(open + 1, target.length() - 1));
        return rules(text, metric, slice, text.substring(colon + 1));
    }

    private static SliceName slice(String text, String name) {
        try {
            return SliceName.parse(name);
        } catch (IllegalArgumentException malformed) {
            throw wrong(text, String.valueOf(malformed.getMessage()));
        }
    }

    private static List<Gate> rules(String text, String metric, @Nullable SliceName slice, String clauses) {
        Mode mode = Mode.POINT;
        List<Rule> rules = new ArrayList<>();
        List<Double> limits = new ArrayList<>();
        for (String clause : clauses.split(",", -1)) {
            int equals = clause.indexOf('=');
            String name = (equals < 0 ? clause : clause.substring(0, equals)).strip();
            String value = equals < 0 ? "" : clause.substring(equals + 1).strip();
            if (name.equals("mode")) {
                mode = constant(text, "mode", value, Mode.values());
            } else {
                Rule rule = constant(text, "rule", name, Rule.values());
                rules.add(rule);
                limits.add(limit(text, rule, value));
            }
        }
        if (rules.isEmpty()) {
            throw wrong(text, "a rule is missing: max_drop, max_relative_drop, min or max");
        }
        List<Gate> gates = new ArrayList<>();
        for (int i = 0; i < rules.size(); i++) {
            gates.add(new Gate(text.strip(), metric, slice, rules.get(i), limits.get(i), mode));
        }
        return gates;
    }

    private static <E extends Enum<E>> E constant(String text, String what, String name, E[] constants) {
        for (E constant : constants) {
            if (constant.name().toLowerCase(Locale.ROOT).equals(name)) {
                return constant;
            }
        }
        List<String> names = Arrays.stream(constants)
                .map(constant -> constant.name().toLowerCase(Locale.ROOT))
                .toList();
        throw wrong(text, "no " + what + " \"" + name + "\"" + DidYouMean.hintOrAll(name, names));
    }

    private static double limit(String text, Rule rule, String value) {
        boolean percent = value.endsWith("%");
        String number = percent ? value.substring(0, value.length() - 1).strip() : value;
        if (!number.matches("-?[0-9]{1,20}(\\.[0-9]{1,20})?([eE]-?[0-9]{1,2})?")) {
            throw wrong(text, rule.words() + " takes a number, as in " + rule.words() + "=0.01, not \"" + value + "\"");
        }
        double limit = percent ? Double.parseDouble(number) / 100 : Double.parseDouble(number);
        if (rule.needsBaseline() && limit < 0) {
            throw wrong(text, rule.words() + " takes a number from 0 up");
        }
        return limit;
    }

    private static InvalidGateException wrong(String text, String why) {
        return new InvalidGateException("gate \"" + text.strip() + "\": " + why);
    }
}
