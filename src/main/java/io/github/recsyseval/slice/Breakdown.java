package io.github.recsyseval.slice;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One way to cut exposures into slices: by the values of one context key, or of several crossed.
 *
 * @param keys at least one, sorted, each once
 */
public record Breakdown(List<String> keys) {
    /** The name of an absent value. */
    public static final String MISSING = "(missing)";

    public Breakdown {
        keys = keys.stream().sorted().distinct().toList();
        if (keys.isEmpty()) {
            throw new IllegalArgumentException("a breakdown needs a key");
        }
    }

    /** The keys joined by commas, as {@code --slice} takes them. */
    public String name() {
        return String.join(",", keys);
    }

    /**
     * The name of a slice, {@code surface=home|tenant_id=t1}; backslash, {@code |} and {@code =} in keys and values are escaped by
     * a backslash, an absent value is {@code (missing)}; a value that says so itself begins with a backslash.
     *
     * @param values in the order of the keys
     */
    public String sliceName(@Nullable String[] values) {
        StringBuilder name = new StringBuilder();
        for (int i = 0; i < values.length; i++) {
            if (i > 0) {
                name.append('|');
            }
            escape(name, keys.get(i));
            name.append('=');
            String value = values[i];
            if (value == null) {
                name.append(MISSING);
            } else {
                if (value.equals(MISSING)) {
                    name.append('\\');
                }
                escape(name, value);
            }
        }
        return name.toString();
    }

    /**
     * The values that a slice name of this breakdown was made from, in the order of the keys; null for an absent one. The opposite of
     * {@link #sliceName}.
     */
    public @Nullable String[] values(String sliceName) {
        @Nullable String[] values = new @Nullable String[keys.size()];
        int at = 0;
        for (int i = 0; i < values.length; i++) {
            StringBuilder value = new StringBuilder();
            at = read(sliceName, at, '=', new StringBuilder()) + 1;
            int from = at;
            at = read(sliceName, at, '|', value);
            values[i] = sliceName.substring(from, at).equals(MISSING) ? null : value.toString();
            at++;
        }
        return values;
    }

    /** Reads up to a separator that nothing escapes, without the escapes; where it stands, or the length. */
    private static int read(String name, int from, char separator, StringBuilder out) {
        int at = from;
        while (at < name.length() && name.charAt(at) != separator) {
            at += name.charAt(at) == '\\' ? 1 : 0;
            out.append(name.charAt(at++));
        }
        return at;
    }

    private static void escape(StringBuilder out, String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\\' || c == '|' || c == '=') {
                out.append('\\');
            }
            out.append(c);
        }
    }
}
