package io.github.recsyseval.oracle;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Writes records as JSON lines, their keys in random order. Texts must need no escaping. */
final class PlainJson {
    private static final Instant ORIGIN = Instant.parse("2026-11-01T00:00:00Z");

    private final Random random;

    PlainJson(Random random) {
        this.random = random;
    }

    String exposure(Shown shown) {
        return object(exposureFields(shown));
    }

    Map<String, String> exposureFields(Shown shown) {
        List<String> items = new ArrayList<>();
        for (Shown.Place place : shown.items()) {
            Map<String, String> item = new LinkedHashMap<>();
            item.put("item_id", text(place.item()));
            item.put("rank", Integer.toString(place.rank()));
            items.add(object(item));
        }
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("request_id", text(shown.request()));
        fields.put("user_id", text(shown.user()));
        fields.put("ts", time(shown.second()));
        fields.put("items", "[" + String.join(",", items) + "]");
        if (!shown.context().isEmpty()) {
            Map<String, String> context = new LinkedHashMap<>();
            shown.context().forEach((key, value) -> context.put(key, text(value)));
            fields.put("context", object(context));
        }
        if (shown.latencyMs() != null) {
            fields.put("latency_ms", shown.latencyMs().toString());
        }
        if (shown.error() != null) {
            fields.put("error", shown.error().toString());
        }
        return fields;
    }

    Map<String, String> outcomeFields(Act act) {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("request_id", text(act.request()));
        fields.put("user_id", text(act.user()));
        fields.put("item_id", text(act.item()));
        fields.put("event_type", text(act.click() ? "click" : "conversion"));
        fields.put("ts", time(act.second()));
        if (act.value() != null) {
            fields.put("value", act.value().toString());
        }
        return fields;
    }

    Map<String, String> assignmentFields(Arm arm) {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("experiment_id", text("e"));
        fields.put("variant", text(arm.variant()));
        fields.put("request_id", text(arm.request()));
        fields.put("user_id", text(arm.user()));
        fields.put("ts", time(arm.second()));
        return fields;
    }

    String object(Map<String, String> fields) {
        List<String> keys = new ArrayList<>(fields.keySet());
        Collections.shuffle(keys, random);
        List<String> parts = new ArrayList<>();
        keys.forEach(key -> parts.add(text(key) + ":" + fields.get(key)));
        return "{" + String.join(random.nextBoolean() ? "," : ", ", parts) + "}";
    }

    static String text(String value) {
        return "\"" + value + "\"";
    }

    /** The same moment may be written in UTC or with an offset. */
    private String time(int second) {
        Instant moment = ORIGIN.plusSeconds(second);
        return random.nextInt(4) > 0
                ? text(moment.toString())
                : text(moment.plusSeconds(3600).toString().replace("Z", "+01:00"));
    }

    static long micros(int second) {
        return ORIGIN.plusSeconds(second).getEpochSecond() * 1_000_000L;
    }
}
