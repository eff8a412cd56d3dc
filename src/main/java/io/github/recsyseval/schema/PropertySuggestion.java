package io.github.recsyseval.schema;

import io.github.recsyseval.text.DidYouMean;
import java.util.Collection;
import java.util.Optional;
import java.util.TreeSet;

/** Finds what was probably meant by a name that does not exist. */
final class PropertySuggestion {
    /** What is longer is no slip of the keyboard, and would take long to compare. */
    private static final int MAX_LENGTH = 100;

    private PropertySuggestion() {}

    /**
     * The known name that an unknown one stands for: the same but for case and punctuation, a usual other name, or a few
     * slips of the keyboard away.
     */
    public static Optional<String> of(String unknown, Collection<String> known) {
        for (String name : new TreeSet<>(known)) {
            if (UsualNames.isFor(name, unknown)) {
                return Optional.of(name);
            }
        }
        Optional<String> key = UsualNames.contextKey(unknown);
        if (known.contains("context") && key.isPresent()) {
            return key.map(name -> "context." + name);
        }
        return unknown.length() > MAX_LENGTH ? Optional.empty() : DidYouMean.suggest(unknown, known);
    }
}
