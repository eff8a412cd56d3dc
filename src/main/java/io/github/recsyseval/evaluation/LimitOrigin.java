package io.github.recsyseval.evaluation;

/** Where a limit comes from, and what follows when it fails. */
enum LimitOrigin {
    /** Decides whether figures are trusted. */
    TRUST("default", "trust"),
    /** An option or configuration key that was given. */
    USER("user", "exit_code"),
    /** The value that an option has when nobody gives it. */
    OPTION_DEFAULT("default", "exit_code");

    final String setBy;
    final String decides;

    LimitOrigin(String setBy, String decides) {
        this.setBy = setBy;
        this.decides = decides;
    }
}
