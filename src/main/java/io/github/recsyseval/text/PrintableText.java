package io.github.recsyseval.text;

import java.util.List;
import java.util.Locale;

/** Makes names that come from data fit to be shown: nothing that acts on a terminal, nothing endless. */
public final class PrintableText {
    private static final int MAX_LENGTH = 64;

    private PrintableText() {}

    /** The name with control, formatting and unpaired surrogate characters as {@code \\u001B}, cut after 64 characters. */
    public static String name(String name) {
        return text(name, MAX_LENGTH);
    }

    /** As {@link #name}, cut after another number of characters. */
    public static String text(String name, int maxLength) {
        StringBuilder out = new StringBuilder();
        int at = 0;
        for (int shown = 0; at < name.length() && shown < maxLength; shown++) {
            int character = name.codePointAt(at);
            append(out, character);
            at += Character.charCount(character);
        }
        return at < name.length() ? out.append('…').toString() : out.toString();
    }

    /** A JSON Pointer (RFC 6901) of object keys and array indices, each made printable. */
    public static String pointer(List<?> path) {
        StringBuilder out = new StringBuilder();
        for (Object step : path) {
            out.append('/').append(name(step.toString()).replace("~", "~0").replace("/", "~1"));
        }
        return out.toString();
    }

    private static void append(StringBuilder out, int character) {
        switch (Character.getType(character)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> out.append(String.format(Locale.ROOT, "\\u%04X", character));
            default -> out.appendCodePoint(character);
        }
    }
}
