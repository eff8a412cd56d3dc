package io.github.recsyseval.mapping;

import java.nio.charset.StandardCharsets;
import java.util.Locale;

/**
 * A value that a map itself holds.
 *
 * @param text the characters of a text, or a number or truth value as JSON writes it
 * @param quoted whether it is a text
 */
public record Literal(String text, boolean quoted) {
    /** The value in JSON and UTF-8. */
    byte[] json(boolean asText) {
        return (quoted || asText ? quote(text) : text).getBytes(StandardCharsets.UTF_8);
    }

    /** A text as a JSON string. */
    static String quote(String text) {
        StringBuilder json = new StringBuilder("\"");
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"' || c == '\\') {
                json.append('\\').append(c);
            } else if (c < ' ' || Character.isSurrogate(c)) {
                json.append(String.format(Locale.ROOT, "\\u%04x", (int) c));
            } else {
                json.append(c);
            }
        }
        return json.append('"').toString();
    }
}
