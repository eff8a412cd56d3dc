package io.github.recsyseval.experiment;

import java.util.Locale;

/** What happens to users who were served by several arms. */
public enum Crossover {
    /** They are counted and left out. */
    EXCLUDE,
    /** All their exposures in the experiment count for the arm that served them first. */
    FIRST;

    String words() {
        return name().toLowerCase(Locale.ROOT);
    }
}
