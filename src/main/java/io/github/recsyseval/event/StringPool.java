package io.github.recsyseval.event;

import java.util.HashMap;
import java.util.Map;

/**
 * Gives equal strings the same instance, so that a slice value repeated in a million lines is kept once. Bounded, and long texts
 * are not kept. They are {@linkplain Utf8#wellFormed well-formed}: a name with half a surrogate pair would make a report that few
 * parsers read.
 */
final class StringPool {
    private static final int CAPACITY = 4096;

    private final Map<String, String> strings = new HashMap<>();

    String canonical(String text) {
        String known = strings.get(text);
        if (known != null) {
            return known;
        }
        String name = Utf8.wellFormed(text);
        if (strings.size() < CAPACITY && text.length() <= TextPool.LONGEST) {
            strings.put(text, name);
        }
        return name;
    }
}
