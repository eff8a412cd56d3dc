package io.github.recsyseval.sample.log;

import java.util.Locale;

/** The files of a sample. */
public enum LogStream {
    EXPOSURES,
    OUTCOMES,
    ASSIGNMENTS;

    /** {@code exposures}, {@code outcomes}, {@code assignments}. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    public String fileName() {
        return label() + ".jsonl";
    }
}
