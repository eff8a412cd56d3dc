package io.github.recsyseval.experiment;

import io.github.recsyseval.metric.SliceSums;
import io.github.recsyseval.metric.kpi.RequestRates;
import io.github.recsyseval.stat.RatioKind;
import io.github.recsyseval.text.DidYouMean;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A rule against harm by the candidate: {@code latency_p95_ms: max_relative_increase=10%} or {@code ctr: max_relative_drop=2%}.
 *
 * @param text as it was given
 * @param metric its name
 * @param limit of changes at least 0; zero is a limit
 * @param isDefault whether the rule came by itself
 */
public record GuardrailRule(String text, String metric, Rule rule, double limit, boolean isDefault) {

    /** What is demanded of the candidate. */
    public enum Rule {
        /** Its value is at most this. */
        MAX(false, false, 1),
        /** Its value is at least this. */
        MIN(false, false, -1),
        /** It is above the control by at most this. */
        MAX_INCREASE(true, false, 1),
        /** The same, divided by the control. */
        MAX_RELATIVE_INCREASE(true, true, 1),
        /** It is below the control by at most this. */
        MAX_DROP(true, false, -1),
        /** The same, divided by the control. */
        MAX_RELATIVE_DROP(true, true, -1);

        final boolean comparesWithControl;
        final boolean relative;
        /** 1 where more is worse. */
        final int sign;

        Rule(boolean comparesWithControl, boolean relative, int sign) {
            this.comparesWithControl = comparesWithControl;
            this.relative = relative;
            this.sign = sign;
        }

        /** The rule that takes a share of the control, for more or for less. */
        Rule ofTheControl() {
            return sign > 0 ? MAX_RELATIVE_INCREASE : MAX_RELATIVE_DROP;
        }

        /** The rule in the unit of the metric, for more or for less. */
        Rule ofTheDifference() {
            return sign > 0 ? MAX_INCREASE : MAX_DROP;
        }

        String words() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** What no experiment may do without anybody having said so; they stop only what is established. */
    public static final List<GuardrailRule> DEFAULTS = List.of(
            byDefault("error_rate", Rule.MAX_INCREASE, 0.005),
            byDefault("empty_rate", Rule.MAX_INCREASE, 0.01),
            byDefault("latency_p95_ms", Rule.MAX_RELATIVE_INCREASE, 0.2));

    private static GuardrailRule byDefault(String metric, Rule rule, double limit) {
        return new GuardrailRule(metric + ": " + rule.words() + "=" + limit, metric, rule, limit, true);
    }

    /**
     * Whether nobody needs the default rule beside this one: it is about the same metric, and about the direction in which that is
     * harmful. A limit on fewer errors says nothing about more of them.
     */
    boolean replaces(GuardrailRule byDefault) {
        return metric.equals(byDefault.metric) && rule.sign == byDefault.rule.sign;
    }

    /** A rule that the user set. */
    public static GuardrailRule of(String metric, Rule rule, double limit) {
        return new GuardrailRule(metric + ": " + rule.words() + "=" + plain(limit), metric, rule, limit, false);
    }

    /** The names that rules may be about. */
    public static List<String> metrics() {
        return Stream.concat(
                        Stream.of(RequestRates.GUARDRAILS, RequestRates.KPIS)
                                .flatMap(List::stream)
                                .map(rate -> rate.metric().name()),
                        SliceSums.LATENCY_QUANTILES.stream().map(GuardrailRule::latencyName))
                .toList();
    }

    /** {@code latency_p95_ms} of 0.95. */
    static String latencyName(double quantile) {
        return "latency_p" + Math.round(100 * quantile) + "_ms";
    }

    /** The rate that the rule is about; null for a latency. */
    @Nullable RequestRates rate() {
        return rate(metric);
    }

    private static @Nullable RequestRates rate(String metric) {
        for (RequestRates rate : RequestRates.values()) {
            if (rate.metric().name().equals(metric)) {
                return rate;
            }
        }
        return null;
    }

    /**
     * Reads {@code METRIC: RULE=NUMBER, RULE=NUMBER}; numbers may be given in per cent.
     *
     * @return one for each rule
     * @throws ExperimentException if the text is not of that form
     */
    public static List<GuardrailRule> parse(String text) {
        int colon = text.indexOf(':');
        if (colon < 0) {
            throw wrong(
                    text,
                    "a guardrail is written METRIC: RULE=NUMBER, as in latency_p95_ms: max_relative_increase=10%");
        }
        String metric = text.substring(0, colon).strip();
        requireKnown(text, "metric", metric, metrics());
        List<GuardrailRule> rules = new ArrayList<>();
        for (String clause : text.substring(colon + 1).split(",", -1)) {
            int equals = clause.indexOf('=');
            String name = (equals < 0 ? clause : clause.substring(0, equals)).strip();
            List<String> names = Arrays.stream(Rule.values()).map(Rule::words).toList();
            requireKnown(text, "rule", name, names);
            Rule rule = Rule.values()[names.indexOf(name)];
            rules.add(new GuardrailRule(
                    text.strip(),
                    metric,
                    rule,
                    limit(text, metric, rule, equals < 0 ? "" : clause.substring(equals + 1)),
                    false));
        }
        return rules;
    }

    private static void requireKnown(String text, String what, String name, List<String> known) {
        if (!known.contains(name)) {
            throw wrong(text, "no " + what + " \"" + name + "\"" + DidYouMean.hintOrAll(name, known));
        }
    }

    private static double limit(String text, String metric, Rule rule, String value) {
        double limit = number(value);
        RequestRates rate = rate(metric);
        if (Double.isNaN(limit)) {
            throw wrong(text, rule.words() + " takes a number, as in " + rule.words() + "=0.01 or 1%");
        }
        if (!rule.relative && isPercent(value) && !(rate != null && inPercent(rate))) {
            throw wrong(
                    text,
                    rule.words() + " of " + metric + " takes an amount in its own unit, not a percentage; did you mean "
                            + rule.ofTheControl().words() + "?");
        }
        boolean share = rate != null && rate.metric().kind() == RatioKind.PROPORTION;
        if (share && !rule.relative && !(limit >= 0 && limit <= 1)) {
            throw wrong(text, rule.words() + " of " + metric + " takes a share from 0 to 1");
        }
        boolean belowZero = rate != null && rate.metric().kind() == RatioKind.MEAN && !rule.comparesWithControl;
        if (limit < 0 && !belowZero) {
            throw wrong(text, rule.words() + " takes a number from 0 up");
        }
        if (neverFails(rate, rule, limit)) {
            throw wrong(
                    text,
                    rule.words() + " can never fail, because " + metric + " is "
                            + (share ? "always from 0 to 1" : "never below 0"));
        }
        return limit;
    }

    /** Whether a limit is beyond what a metric can do. Means of values, such as revenue, can be anything. */
    private static boolean neverFails(@Nullable RequestRates rate, Rule rule, double limit) {
        if (rate != null && rate.metric().kind() == RatioKind.MEAN) {
            return false;
        }
        boolean share = rate != null && rate.metric().kind() == RatioKind.PROPORTION;
        return switch (rule) {
            case MIN -> limit == 0;
            case MAX_RELATIVE_DROP -> limit >= 1;
            case MAX, MAX_INCREASE, MAX_DROP -> share && limit == 1;
            case MAX_RELATIVE_INCREASE -> false;
        };
    }

    /** Whether amounts of a rate are shown in per cent, and may be given so. */
    public static boolean inPercent(RequestRates rate) {
        return rate.metric().kind() != RatioKind.MEAN;
    }

    private static String plain(double limit) {
        return BigDecimal.valueOf(limit).stripTrailingZeros().toPlainString();
    }

    /** A number, or a percentage as a share; NaN for anything else. */
    public static double number(String value) {
        String text = value.strip();
        boolean percent = isPercent(value);
        String digits = percent ? text.substring(0, text.length() - 1).strip() : text;
        if (!digits.matches("-?[0-9]{1,15}(\\.[0-9]{1,15})?([eE]-?[0-9]{1,2})?")) {
            return Double.NaN;
        }
        return percent ? Double.parseDouble(digits) / 100 : Double.parseDouble(digits);
    }

    /** Whether a number is given in per cent. */
    public static boolean isPercent(String value) {
        return value.strip().endsWith("%");
    }

    private static ExperimentException wrong(String text, String why) {
        return new ExperimentException("guardrail \"" + text.strip() + "\": " + why);
    }
}
