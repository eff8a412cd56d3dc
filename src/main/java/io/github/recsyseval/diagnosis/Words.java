package io.github.recsyseval.diagnosis;

import java.util.Locale;

/** Numbers in sentences. */
final class Words {
    private Words() {}

    static String count(long n) {
        return String.format(Locale.ROOT, "%,d", n);
    }

    /** {@code part} of {@code whole} in per cent with one digit. */
    static String percent(long part, long whole) {
        return whole == 0 ? "-" : String.format(Locale.ROOT, "%.1f %%", 100.0 * part / whole);
    }
}
