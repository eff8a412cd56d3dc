package io.github.recsyseval.event;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Words that stand in logs where a value should be: {@code undefined}, {@code null}, the zero UUID. */
public final class Placeholder {
    private static final List<String> WORDS = words();
    private static final Set<String> KNOWN = Set.copyOf(WORDS);

    private Placeholder() {}

    private static List<String> words() {
        List<String> words = new ArrayList<>();
        for (String word : List.of("undefined", "null", "none", "nan", "unknown", "n/a", "nil", "missing")) {
            words.add(word);
            words.add(word.toUpperCase(Locale.ROOT));
            words.add(word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1));
        }
        words.addAll(List.of("NaN", "-", "0", "-1", " ", "00000000-0000-0000-0000-000000000000", "[object Object]"));
        return List.copyOf(words);
    }

    /** All such words. */
    public static List<String> all() {
        return WORDS;
    }

    /** Whether a text is one of them. */
    public static boolean is(String text) {
        return KNOWN.contains(text);
    }
}
