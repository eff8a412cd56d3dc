package io.github.recsyseval.finding;

import java.util.Locale;

/** What suffers from a finding. Only findings that affect numbers take the trust from a report. */
public enum Affects {
    NUMBERS,
    PRIVACY,
    OPERATIONS;

    /** The word as it stands in reports, for example {@code numbers}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
