package io.github.recsyseval.cli;

import io.github.recsyseval.text.DidYouMean;
import java.util.List;
import java.util.Locale;

/** Options that take one of a few words, capitals aside. */
final class Choice {
    private Choice() {}

    /** The constant that a word names; anything else is refused with what was probably meant. */
    static <E extends Enum<E>> E of(String option, String word, List<E> known) {
        List<String> words = words(known);
        return known.get(words.indexOf(word(option, word, words)));
    }

    /** As {@link #of(String, String, List)}, for words that are no constants: the one of {@code known}. */
    static String word(String option, String word, List<String> known) {
        return known.stream()
                .filter(one -> one.equalsIgnoreCase(word.strip()))
                .findFirst()
                .orElseThrow(() -> new UsageException(
                        option + " takes " + list(known) + ", not \"" + word + "\"" + DidYouMean.hint(word, known)));
    }

    /** The words of constants: their names in small letters. */
    static <E extends Enum<E>> List<String> words(List<E> known) {
        return known.stream().map(one -> one.name().toLowerCase(Locale.ROOT)).toList();
    }

    private static String list(List<String> words) {
        int last = words.size() - 1;
        return String.join(", ", words.subList(0, last)) + " or " + words.get(last);
    }
}
