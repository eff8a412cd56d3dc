package io.github.recsyseval.view.html;

import io.github.recsyseval.text.Decimals;
import io.github.recsyseval.text.Hidden;

/**
 * HTML as it grows. Tags and attribute names come from this package; all text goes through {@link #text} or {@link #attribute},
 * which escape it: the one place where text becomes HTML.
 */
final class Html {
    private static final int LONGEST = 1000;

    private final StringBuilder out = new StringBuilder();

    /** Adds markup as it is; only literals of this package. */
    Html raw(String markup) {
        out.append(markup);
        return this;
    }

    /** Adds text. */
    Html text(String text) {
        escape(text);
        return this;
    }

    /** Adds {@code <tag class="...">}; an empty class is left out. */
    Html open(String tag, String className) {
        out.append('<').append(tag);
        if (!className.isEmpty()) {
            attribute("class", className);
        }
        out.append('>');
        return this;
    }

    Html close(String tag) {
        out.append("</").append(tag).append('>');
        return this;
    }

    /** Adds {@code <tag class="...">text</tag>}. */
    Html element(String tag, String className, String text) {
        return open(tag, className).text(text).close(tag);
    }

    /** Adds a name as code, which may be broken between its words. */
    Html code(String name) {
        return name("code", "", name);
    }

    /** Adds a name, which may be broken between its words. */
    Html name(String tag, String className, String name) {
        return open(tag, className).words(name).close(tag);
    }

    /** Adds text that may be broken between the words of names. */
    Html words(String name) {
        String shown = name.length() > LONGEST ? name.substring(0, LONGEST) + "..." : name;
        String[] words = shown.split("(?<=[_:=/,|])", -1);
        for (int i = 0; i < words.length; i++) {
            raw(i == 0 || words[i].isEmpty() ? "" : "<wbr/>").text(words[i]);
        }
        return this;
    }

    /** Adds {@code  name="value"}. */
    Html attribute(String name, String value) {
        out.append(' ').append(name).append("=\"");
        escape(value);
        out.append('"');
        return this;
    }

    /** Adds an attribute that is a number of pixels, with one decimal. */
    Html attribute(String name, double pixels) {
        return attribute(name, Decimals.fixed(pixels, 1));
    }

    private void escape(String text) {
        int shown = Math.min(text.length(), LONGEST);
        for (int i = 0; i < shown; ) {
            int c = text.codePointAt(i);
            i += Character.charCount(c);
            switch (c) {
                case '&' -> out.append("&amp;");
                case '<' -> out.append("&lt;");
                case '>' -> out.append("&gt;");
                case '"' -> out.append("&quot;");
                case '\'' -> out.append("&#39;");
                default -> {
                    if (Hidden.isHidden(c)) {
                        out.append(Hidden.name(c));
                    } else {
                        out.appendCodePoint(c);
                    }
                }
            }
        }
        if (shown < text.length()) {
            out.append("...");
        }
    }

    @Override
    public String toString() {
        return out.toString();
    }
}
