package io.github.recsyseval.sample.fault;

import io.github.recsyseval.sample.log.LoggedOutcome;
import io.github.recsyseval.sample.log.Part;
import io.github.recsyseval.sample.log.SessionLog;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Conversions whose value cannot be summed. */
final class ValueFaults {
    private ValueFaults() {}

    static List<Fault> all() {
        return List.of(
                new Fault(
                        "value-missing",
                        "J13",
                        "the basket is not known where the conversion is logged: value is absent or 0",
                        "conversions",
                        "conversions with an absent or zero value",
                        Census.of(Base.VALID_CONVERSIONS),
                        ValueFaults::missing),
                new Fault(
                        "value-constant",
                        "J13",
                        "a placeholder was never replaced: every value is 1",
                        "conversions",
                        "conversions with the value 1",
                        Census.of(Base.VALID_CONVERSIONS),
                        (log, chance) -> changeEach(log, chance, line -> "1", "")),
                new Fault(
                        "unit-mismatch",
                        "J14",
                        "one payment path logs hundredths, the others whole units",
                        "conversions",
                        "conversions whose value is 100 times too large",
                        Census.of(Base.VALID_CONVERSIONS),
                        (log, chance) -> changeEach(log, chance, line -> inHundredths(line.value()), "")));
    }

    private interface NewValue {
        @Nullable String of(LoggedOutcome line);
    }

    private static void missing(SessionLog log, Chance chance) {
        log.changeOutcomes(line -> {
            String form = chance.oneOf(line.key(), "absent", "zero");
            return strikes(line, chance) ? changed(line, form.equals("zero") ? "0" : null, chance, form) : line;
        });
    }

    private static void changeEach(SessionLog log, Chance chance, NewValue value, String form) {
        log.changeOutcomes(line -> strikes(line, chance) ? changed(line, value.of(line), chance, form) : line);
    }

    private static boolean strikes(LoggedOutcome line, Chance chance) {
        return line.isConversion() && !line.touched(Part.VALUE) && chance.hits(line.key());
    }

    private static LoggedOutcome changed(LoggedOutcome line, @Nullable String value, Chance chance, String form) {
        return line.withValue(value).marked(chance.mark(Part.VALUE, form));
    }

    private static @Nullable String inHundredths(@Nullable String value) {
        return value == null ? null : value.replace(".", "");
    }
}
