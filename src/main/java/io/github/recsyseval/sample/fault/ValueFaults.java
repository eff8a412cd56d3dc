package io.github.recsyseval.sample.fault;

import io.github.recsyseval.sample.log.LoggedOutcome;
import io.github.recsyseval.sample.log.Part;
import io.github.recsyseval.sample.log.SessionLog;
import java.util.List;
import java.util.function.Function;
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
                        (log, chance) -> changeEach(log, chance, line -> "1")),
                new Fault(
                        "unit-mismatch",
                        "J14",
                        "one payment path logs hundredths, the others whole units",
                        "conversions",
                        "conversions whose value is 100 times too large",
                        Census.of(Base.VALID_CONVERSIONS),
                        (log, chance) -> changeEach(log, chance, ValueFaults::inHundredths)),
                new Fault(
                        "unit-app",
                        "J14",
                        "the app logs hundredths, the web whole units",
                        "conversions on the app",
                        "conversions whose value is 100 times too large",
                        Census.of(Base.VALID_CONVERSIONS),
                        (log, chance) ->
                                changeEach(log, chance, line -> onApp(log, line) ? inHundredths(line) : null)));
    }

    private static boolean onApp(SessionLog log, LoggedOutcome line) {
        return log.user(line).platform().equals("app");
    }

    private static void missing(SessionLog log, Chance chance) {
        log.changeOutcomes(line -> {
            String form = chance.oneOf(line.key(), "absent", "zero");
            @Nullable String value = form.equals("zero") ? "0" : null;
            return strikes(line, chance) ? line.withValue(value).marked(chance.mark(Part.VALUE, form)) : line;
        });
    }

    /** Leaves a conversion alone for which there is no new value. */
    private static void changeEach(SessionLog log, Chance chance, Function<LoggedOutcome, @Nullable String> newValue) {
        log.changeOutcomes(line -> {
            @Nullable String value = strikes(line, chance) ? newValue.apply(line) : null;
            return value == null ? line : line.withValue(value).marked(chance.mark(Part.VALUE));
        });
    }

    private static boolean strikes(LoggedOutcome line, Chance chance) {
        return line.isConversion() && !line.touched(Part.VALUE) && chance.hits(line.key());
    }

    private static @Nullable String inHundredths(LoggedOutcome line) {
        return line.value() == null ? null : line.value().replace(".", "");
    }
}
