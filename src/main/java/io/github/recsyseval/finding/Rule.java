package io.github.recsyseval.finding;

import java.util.Locale;

/** What a user wants done about one kind of finding. */
public enum Rule {
    /** Not to be looked at. */
    OFF,
    /** To be reported; the run goes on as if it were not there. */
    WARN,
    /** A single one fails the run. */
    FAIL;

    /** The word as it stands in options and reports, for example {@code warn}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
