package io.github.recsyseval.mapping;

import java.util.Locale;
import java.util.Optional;

/** What a rule does to a value besides moving it. A value that it cannot be done to stays as it is, for the contract to refuse. */
public enum Conversion {
    NONE,
    /** A number or truth value becomes a text of the same characters. */
    TEXT,
    /** A text that holds a number becomes the number. */
    NUMBER,
    /** Seconds since 1970, as a number or a text, become an RFC 3339 date-time in UTC; digits after the sixth are cut off. */
    EPOCH_SECONDS,
    /** Likewise of milliseconds. */
    EPOCH_MILLIS,
    /** Likewise of microseconds. */
    EPOCH_MICROS;

    /** The word for it in a map. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The conversion of that name; there is none for {@code none}. */
    public static Optional<Conversion> named(String word) {
        for (Conversion conversion : values()) {
            if (conversion != NONE && conversion.word().equals(word)) {
                return Optional.of(conversion);
            }
        }
        return Optional.empty();
    }
}
