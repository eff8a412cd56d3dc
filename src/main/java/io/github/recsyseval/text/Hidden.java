package io.github.recsyseval.text;

import java.util.Locale;

/**
 * Characters that nobody sees but that change how text is shown: control characters and terminal escapes, bidirectional and
 * zero-width marks, line separators, lone surrogates, unassigned and private ones.
 */
public final class Hidden {
    private Hidden() {}

    public static boolean isHidden(int c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.UNASSIGNED,
                    Character.PRIVATE_USE -> true;
            default -> false;
        };
    }

    /** What is shown instead, {@code U+202E}. */
    public static String name(int c) {
        return String.format(Locale.ROOT, "U+%04X", c);
    }

    /** A text with hidden characters by name. */
    public static String shown(String text) {
        StringBuilder out = new StringBuilder();
        text.codePoints().forEach(c -> {
            if (isHidden(c)) {
                out.append(name(c));
            } else {
                out.appendCodePoint(c);
            }
        });
        return out.toString();
    }
}
