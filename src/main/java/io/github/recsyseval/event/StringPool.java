package io.github.recsyseval.event;

import java.util.HashMap;
import java.util.Map;

/** Gives equal strings the same instance, so that a slice value repeated in a million lines is kept once. Bounded. */
final class StringPool {
    private static final int CAPACITY = 4096;

    private final Map<String, String> strings = new HashMap<>();

    String canonical(String text) {
        String known = strings.get(text);
        if (known != null) {
            return known;
        }
        if (strings.size() < CAPACITY) {
            strings.put(text, text);
        }
        return text;
    }
}
