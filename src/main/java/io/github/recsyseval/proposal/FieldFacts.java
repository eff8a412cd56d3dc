package io.github.recsyseval.proposal;

import io.github.recsyseval.event.Timestamps;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;

/** What the values of one field look like. */
final class FieldFacts {
    /** More different values than this make no key of the context, and are not counted further. */
    static final int MAX_VALUES = 50;

    private static final double FIRST_SECOND = 1e9;
    private static final double FIRST_MILLI = 1e12;
    private static final double LAST_MILLI = 4.2e12;

    long records;
    long texts;
    long numbers;
    long lists;
    long listsOfObjects;
    long times;
    long seconds;
    long millis;
    boolean tooManyValues;
    final TreeMap<String, Long> values = new TreeMap<>();

    void see(JsonNode value) {
        records++;
        if (value.isArray()) {
            lists++;
            listsOfObjects += !value.isEmpty() && value.get(0).isObject() ? 1 : 0;
            return;
        }
        if (value.isString() || value.isNumber() || value.isBoolean()) {
            count(value.asString());
        }
        if (value.isString()) {
            texts++;
            times += Timestamps.parseMicros(value.asString()) == Timestamps.UNREADABLE ? 0 : 1;
        } else if (value.isNumber()) {
            numbers++;
            double number = value.asDouble();
            seconds += number >= FIRST_SECOND && number < FIRST_MILLI ? 1 : 0;
            millis += number >= FIRST_MILLI && number < LAST_MILLI ? 1 : 0;
        }
    }

    private void count(String value) {
        if (values.size() < MAX_VALUES || values.containsKey(value)) {
            values.merge(value, 1L, Long::sum);
        } else {
            tooManyValues = true;
        }
    }

    boolean isScalar() {
        return records > 0 && lists == 0 && texts + numbers + (records - texts - numbers) > 0 && !values.isEmpty();
    }

    boolean isTime() {
        return records > 0 && Math.max(times, Math.max(seconds, millis)) > records / 2;
    }
}
