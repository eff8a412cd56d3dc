package io.github.recsyseval.proposal;

import io.github.recsyseval.event.Timestamps;
import java.util.HashSet;
import java.util.Set;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;

/** What the values of one field look like. */
final class FieldFacts {
    /** More different values than this make no key of the context, and are not counted further. */
    static final int MAX_VALUES = 50;

    /** So many different values are kept, to look for them in another log. */
    private static final int MAX_IDS = 10_000;

    /** What is longer is no id. */
    private static final int MAX_LENGTH = 128;

    private static final double FIRST_SECOND = 1e9;
    private static final double FIRST_MILLI = 1e12;
    private static final double LAST_MILLI = 4.2e12;
    private static final double FIRST_MICRO = 1e15;
    private static final double LAST_MICRO = 4.2e15;

    long records;
    /** Those in which it holds something. */
    long there;

    long texts;
    long numbers;
    long lists;
    long listsOfObjects;
    long times;
    long seconds;
    long millis;
    long micros;
    boolean tooManyValues;
    final TreeMap<String, Long> values = new TreeMap<>();
    final Set<String> ids = new HashSet<>();

    void see(JsonNode value) {
        records++;
        there += value.isNull() || value.isString() && value.asString().isEmpty() ? 0 : 1;
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
            micros += number >= FIRST_MICRO && number < LAST_MICRO ? 1 : 0;
        }
    }

    private void count(String value) {
        if (ids.size() < MAX_IDS && !value.isEmpty() && value.length() <= MAX_LENGTH) {
            ids.add(value);
        }
        if (values.size() < MAX_VALUES || values.containsKey(value)) {
            values.merge(value, 1L, Long::sum);
        } else {
            tooManyValues = true;
        }
    }

    boolean isScalar() {
        return records > 0 && lists == 0 && !values.isEmpty();
    }

    /** Whether most values are times of one kind. */
    boolean isTime() {
        return there > 0 && Math.max(Math.max(times, micros), Math.max(seconds, millis)) > there / 2;
    }

    /** Which share of the values kept of another field is among those of this one; 0 without values. */
    double share(FieldFacts other) {
        long shared = other.ids.stream().filter(ids::contains).count();
        return other.ids.isEmpty() ? 0 : (double) shared / other.ids.size();
    }
}
