package io.github.recsyseval.reference;

import io.github.recsyseval.text.DidYouMean;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** What {@code run} does. */
public enum Mode {
    OFFLINE,
    EXPERIMENT,
    OPE,
    INTERLEAVING,
    AA_CHECK;

    /** As in files and reports: {@code aa-check}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The mode of that name, capitals aside. */
    static Mode named(String name) {
        List<String> words = Arrays.stream(values()).map(Mode::word).toList();
        int at = words.indexOf(name.toLowerCase(Locale.ROOT));
        if (at < 0) {
            throw new ReferenceException("unsupported mode \"" + name + "\"" + DidYouMean.hintOrAll(name, words));
        }
        return values()[at];
    }
}
