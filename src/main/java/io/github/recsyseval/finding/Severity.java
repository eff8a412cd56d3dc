package io.github.recsyseval.finding;

import java.util.Locale;

/** How much a finding matters, the least first. */
public enum Severity {
    /** Below the share at which it is worth a warning. */
    INFO,
    WARN,
    FAIL;

    /** The word as it stands in reports, for example {@code warn}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
