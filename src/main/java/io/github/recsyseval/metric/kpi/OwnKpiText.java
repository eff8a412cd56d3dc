package io.github.recsyseval.metric.kpi;

import io.github.recsyseval.metric.InvalidMetricException;
import io.github.recsyseval.metric.RequestMetric;
import io.github.recsyseval.text.DidYouMean;
import io.github.recsyseval.text.PrintableText;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/** Reads definitions such as {@code revenue_per_user: event=conversion, measure=value, per=user, unit=EUR}. */
final class OwnKpiText {
    private static final String EXAMPLE = "revenue_per_user: event=conversion, measure=value, per=user, unit=EUR";
    private static final List<String> KEYS = List.of("event", "measure", "per", "unit", "better");

    private final String text;
    private final Map<String, String> values = new LinkedHashMap<>();

    private OwnKpiText(String text) {
        this.text = text;
    }

    /**
     * @param taken whether a name belongs to another figure
     * @throws InvalidMetricException in one sentence for the user
     */
    static OwnKpi read(String text, Predicate<String> taken) {
        return new OwnKpiText(text).read(taken);
    }

    private OwnKpi read(Predicate<String> taken) {
        int colon = text.indexOf(':');
        if (colon < 0) {
            throw wrong("a KPI is written NAME: KEY=VALUE, ..., as in " + EXAMPLE);
        }
        String name = text.substring(0, colon).strip();
        if (!name.matches("[a-z][a-z0-9_]{0,63}")) {
            throw wrong("a name is made of a-z, 0-9 and _, begins with a letter and has at most 64 of them");
        }
        if (taken.test(name)) {
            throw wrong("there is already a metric named \"" + name + "\"; choose another name");
        }
        for (String clause : text.substring(colon + 1).split(",", -1)) {
            take(clause);
        }
        OwnKpi.Measure measure = one("measure", OwnKpi.Measure.values(), OwnKpi.Measure.COUNT);
        String unit = values.get("unit");
        if (unit != null && measure != OwnKpi.Measure.VALUE) {
            throw wrong("unit is that of values; it goes with measure=value");
        }
        return new OwnKpi(
                name,
                events(),
                measure,
                one("per", RequestMetric.Per.values(), RequestMetric.Per.EXPOSURE),
                unit,
                one("better", RequestMetric.Better.values(), RequestMetric.Better.HIGHER));
    }

    private void take(String clause) {
        int equals = clause.indexOf('=');
        String key = (equals < 0 ? clause : clause.substring(0, equals)).strip();
        String value = equals < 0 ? "" : clause.substring(equals + 1).strip();
        if (!KEYS.contains(key)) {
            throw wrong("no key \"" + PrintableText.name(key) + "\"" + DidYouMean.hintOrAll(key, KEYS));
        }
        if (value.isEmpty()) {
            throw wrong(key + " has no value");
        }
        boolean printable = PrintableText.text(value, OwnKpi.LONGEST_UNIT).equals(value);
        if (key.equals("unit") && !printable) {
            throw wrong("unit takes 1 to " + OwnKpi.LONGEST_UNIT + " printable characters, such as EUR");
        }
        if (values.put(key, value) != null) {
            throw wrong(key + " is given twice");
        }
    }

    private Set<OwnKpi.Event> events() {
        String given = values.get("event");
        if (given == null) {
            throw wrong("event is missing: click, conversion or click+conversion");
        }
        Set<OwnKpi.Event> events = EnumSet.noneOf(OwnKpi.Event.class);
        for (String event : given.split("\\+", -1)) {
            events.add(constant("event", event.strip(), OwnKpi.Event.values()));
        }
        return events;
    }

    private <E extends Enum<E>> E one(String key, E[] known, E otherwise) {
        String given = values.get(key);
        return given == null ? otherwise : constant(key, given, known);
    }

    private <E extends Enum<E>> E constant(String key, String given, E[] known) {
        List<String> names = Arrays.stream(known)
                .map(constant -> constant.name().toLowerCase(Locale.ROOT))
                .toList();
        int at = names.indexOf(given);
        if (at < 0) {
            throw wrong("no " + key + " \"" + PrintableText.name(given) + "\"" + DidYouMean.hintOrAll(given, names));
        }
        return known[at];
    }

    private InvalidMetricException wrong(String why) {
        return new InvalidMetricException("--kpi \"" + PrintableText.text(text.strip(), 200) + "\": " + why);
    }
}
