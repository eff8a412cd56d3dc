package io.github.recsyseval.slice;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The name of a slice as people type it, {@code tenant_id=t1|surface=home}, put into the form that reports use: keys sorted.
 *
 * @param keys the context keys, sorted
 * @param name as {@link Breakdown#sliceName} writes it
 */
public record SliceName(List<String> keys, String name) {

    /**
     * Reads a name; backslash escapes {@code \}, {@code |} and {@code =} in keys and values.
     *
     * @throws IllegalArgumentException for anything but {@code key=value} joined by {@code |}, each key once; the message says what
     */
    public static SliceName parse(String text) {
        Map<String, @Nullable String> values = new TreeMap<>();
        for (String part : split(text, '|')) {
            List<String> sides = split(part, '=');
            if (sides.size() != 2 || sides.get(0).isBlank()) {
                throw new IllegalArgumentException("a slice is written key=value, or key=value|key=value, not " + text);
            }
            String key = unescape(sides.get(0)).strip();
            String value = unescape(sides.get(1)).strip();
            if (values.containsKey(key)) {
                throw new IllegalArgumentException("the key " + key + " is given twice in " + text);
            }
            values.put(key, value.equals(Breakdown.MISSING) ? null : value);
        }
        Breakdown breakdown = new Breakdown(List.copyOf(values.keySet()));
        List<@Nullable String> inOrder = new ArrayList<>(values.values());
        return new SliceName(breakdown.keys(), breakdown.sliceName(inOrder.toArray(new @Nullable String[0])));
    }

    /** Cuts at every separator that no backslash precedes; escapes stay. */
    private static List<String> split(String text, char separator) {
        List<String> parts = new ArrayList<>();
        int from = 0;
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) == '\\') {
                i++;
            } else if (text.charAt(i) == separator) {
                parts.add(text.substring(from, i));
                from = i + 1;
            }
        }
        parts.add(text.substring(from));
        return parts;
    }

    private static String unescape(String text) {
        return text.replaceAll("\\\\(.)", "$1");
    }
}
