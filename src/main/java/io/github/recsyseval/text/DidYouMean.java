package io.github.recsyseval.text;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** Finds the name that was probably meant. */
public final class DidYouMean {

    private DidYouMean() {}

    /**
     * The closest of {@code known}, if it is close: at most a third of the longer word's letters changed, added, left out or
     * swapped with a neighbour, capitals aside. Of equally close ones the first in alphabetical order.
     */
    public static Optional<String> suggest(String typed, Collection<String> known) {
        String word = typed.toLowerCase(Locale.ROOT);
        return known.stream()
                .filter(name ->
                        edits(word, name.toLowerCase(Locale.ROOT)) * 3 <= Math.max(word.length(), name.length()))
                .min(Comparator.comparingInt((String name) -> edits(word, name.toLowerCase(Locale.ROOT)))
                        .thenComparing(Comparator.naturalOrder()));
    }

    /** The end of an error message: {@code ; did you mean ndcg?}, or nothing when no known word is close. */
    public static String hint(String typed, Collection<String> known) {
        return suggest(typed, known).map(name -> "; did you mean " + name + "?").orElse("");
    }

    /** As {@link #hint}, but where no known word is close {@code ; there are ndcg, map}: all, in their order. */
    public static String hintOrAll(String typed, Collection<String> known) {
        String hint = hint(typed, known);
        return hint.isEmpty() ? "; there are " + String.join(", ", known) : hint;
    }

    /** Optimal string alignment distance (Damerau 1964): insertions, deletions, substitutions, swaps of neighbours. */
    static int edits(String a, String b) {
        int[] beforeLast = new int[b.length() + 1];
        int[] last = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            last[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int[] row = new int[b.length() + 1];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int substituted = last[j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                row[j] = Math.min(substituted, 1 + Math.min(last[j], row[j - 1]));
                if (i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1)) {
                    row[j] = Math.min(row[j], beforeLast[j - 2] + 1);
                }
            }
            beforeLast = last;
            last = row;
        }
        return last[b.length()];
    }
}
