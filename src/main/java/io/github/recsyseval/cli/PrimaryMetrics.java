package io.github.recsyseval.cli;

import io.github.recsyseval.experiment.Effect;
import io.github.recsyseval.experiment.GuardrailRule;
import io.github.recsyseval.experiment.Primary;
import io.github.recsyseval.metric.kpi.RequestRates;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The metrics that decide an experiment, and the least effects that are asked of them. */
final class PrimaryMetrics {
    private final Map<String, RequestRates> chosen = new LinkedHashMap<>();
    private final Map<String, Effect> effects = new LinkedHashMap<>();

    /** @param names what {@code --primary} lists */
    PrimaryMetrics(List<String> names) {
        names.forEach(name -> chosen.put(name.strip(), Kpis.named("--primary", name.strip())));
    }

    /** In the order of their names. */
    List<Primary> all() {
        List<Primary> all = new ArrayList<>();
        chosen.forEach((name, rate) -> all.add(new Primary(rate, effects.getOrDefault(name, Effect.ANY))));
        return all;
    }

    /** {@code ctr=1%}, or {@code 1%} for all of them. */
    void minLift(String text) {
        MinEffect effect = MinEffect.of("--min-lift", text);
        if (effect.value() <= -1) {
            throw new UsageException("--min-lift takes a lift above -100 %, below which none can be, not " + text);
        }
        names(effect).forEach(name -> put(effect, name, true));
    }

    /** {@code ctr=0.002}, or {@code 0.002} for all of them. */
    void minDifference(String text) {
        MinEffect effect = MinEffect.of("--min-difference", text);
        for (String name : names(effect)) {
            effect.requireDifference(Kpis.named("--primary", name));
            put(effect, name, false);
        }
    }

    private List<String> names(MinEffect effect) {
        if (effect.metric().isEmpty()) {
            return List.copyOf(chosen.keySet());
        }
        String name = effect.metric();
        if (!chosen.containsKey(name)) {
            Kpis.named(effect.option(), name);
            throw new UsageException(effect.option() + ": " + name + " is not a primary metric; --primary "
                    + String.join(",", chosen.keySet()) + "," + name + " makes it one");
        }
        return List.of(name);
    }

    private void put(MinEffect effect, String name, boolean relative) {
        if (effects.put(name, new Effect(effect.value(), relative)) != null) {
            throw new UsageException(effect.option() + ": " + name + " has a minimum effect already; give one");
        }
    }

    /**
     * A value of {@code --min-lift} or {@code --min-difference} taken apart.
     *
     * @param metric empty for all
     */
    private record MinEffect(String option, String text, String metric, String amount, double value) {
        static MinEffect of(String option, String text) {
            int equals = text.indexOf('=');
            String amount = text.substring(equals + 1);
            double value = GuardrailRule.number(amount);
            if (Double.isNaN(value) || equals == 0) {
                throw new UsageException(option + " takes METRIC=NUMBER, such as ctr=1%, not " + text);
            }
            return new MinEffect(
                    option, text, equals < 0 ? "" : text.substring(0, equals).strip(), amount, value);
        }

        /** Of rates, which are shown in per cent, nobody means a difference of 100 percentage points: 5 is a slip for 5 %. */
        void requireDifference(RequestRates rate) {
            String name = rate.metric().name();
            boolean percent = GuardrailRule.isPercent(amount);
            if (!GuardrailRule.inPercent(rate)) {
                if (percent) {
                    throw new UsageException(option + " of " + name
                            + " takes an amount in its own unit, not a percentage: " + text
                            + "; did you mean --min-lift?");
                }
                return;
            }
            if (Math.abs(value) >= 1) {
                throw new UsageException(option + " of " + name + " takes a difference between -1 and 1, which is 100"
                        + " percentage points, not " + text
                        + (percent ? "" : "; did you mean " + amount.strip() + "%?"));
            }
        }
    }
}
