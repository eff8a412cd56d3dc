package io.github.recsyseval.report;

import io.github.recsyseval.text.Hidden;

/** Text from data, made harmless for Markdown as GitHub renders it. */
public final class MarkdownText {
    private static final int LONGEST = 1000;

    private MarkdownText() {}

    /**
     * A text for a paragraph or a table cell: {@code & < >} as entities, characters with a meaning escaped, control and
     * bidirectional characters shown as code points, cut after 1000 characters.
     */
    public static String cell(String text) {
        StringBuilder out = new StringBuilder();
        int shown = Math.min(text.length(), LONGEST);
        for (int i = 0; i < shown; ) {
            int c = text.codePointAt(i);
            if (c == '_' && isInsideWord(text, i)) {
                out.append('_');
            } else {
                append(out, c);
            }
            i += Character.charCount(c);
        }
        return text.length() > LONGEST ? out + "..." : out.toString();
    }

    /** Whether an underscore stands between letters or digits, where Markdown takes it as it is. */
    private static boolean isInsideWord(String text, int at) {
        return at > 0
                && at + 1 < text.length()
                && Character.isLetterOrDigit(text.charAt(at - 1))
                && Character.isLetterOrDigit(text.charAt(at + 1));
    }

    private static void append(StringBuilder out, int c) {
        switch (c) {
            case '&' -> out.append("&amp;");
            case '<' -> out.append("&lt;");
            case '>' -> out.append("&gt;");
            case '|' -> out.append("&#124;");
            case '\\', '`', '*', '_', '[', ']', '#', '~', '!', '$', '@' ->
                out.append('\\').appendCodePoint(c);
            default -> {
                if (Hidden.isHidden(c)) {
                    out.append(Hidden.name(c));
                } else {
                    out.appendCodePoint(c);
                }
            }
        }
    }
}
