package io.github.recsyseval.proposal;

import java.util.Locale;
import java.util.Set;

/** Words as YAML wants them. */
public final class Yaml {
    private static final Set<String> SPECIAL = Set.of("true", "false", "null", "yes", "no", "on", "off", "y", "n");

    private Yaml() {}

    /** A text as a scalar, in quotes where it needs them. */
    public static String word(String text) {
        boolean plain = text.matches("[A-Za-z_./][A-Za-z0-9_./-]*") && !SPECIAL.contains(text.toLowerCase(Locale.ROOT));
        if (plain) {
            return text;
        }
        StringBuilder quoted = new StringBuilder("\"");
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"' || c == '\\') {
                quoted.append('\\').append(c);
            } else if (c < ' ' || c >= 0x7f) {
                quoted.append(String.format(Locale.ROOT, "\\u%04x", (int) c));
            } else {
                quoted.append(c);
            }
        }
        return quoted.append('"').toString();
    }
}
