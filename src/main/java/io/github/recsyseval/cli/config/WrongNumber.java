package io.github.recsyseval.cli.config;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;

/** What an option that takes a number says of a value that is none; the parser's own words are those of the language. */
public final class WrongNumber {
    private static final Set<String> WHOLE = Set.of("int", "Integer", "long", "Long");
    private static final Set<String> ANY = Set.of("double", "Double");
    private static final Pattern NOT_CONVERTED = Pattern.compile("is not an? (?:int|long|double)$");
    private static final Pattern DIGITS = Pattern.compile("[+-]?\\d+");
    private static final Pattern PERCENT = Pattern.compile("([+-]?\\d{1,9}(?:\\.\\d{1,9})?)\\s*%");

    private WrongNumber() {}

    /** The sentence; empty where something else is wrong. */
    public static Optional<String> sentence(ParameterException wrong) {
        String value = wrong.getValue();
        if (!(wrong.getArgSpec() instanceof OptionSpec option)
                || value == null
                || !NOT_CONVERTED.matcher(String.valueOf(wrong.getMessage())).find()) {
            return Optional.empty();
        }
        return kind(option)
                .map(kind ->
                        option.longestName() + " takes " + kind + ", not \"" + value + "\"" + meant(option, value));
    }

    private static Optional<String> kind(OptionSpec option) {
        String type = option.type().getSimpleName();
        if (WHOLE.contains(type)) {
            return Optional.of("a whole number");
        }
        return ANY.contains(type) ? Optional.of("a number") : Optional.empty();
    }

    /** What is wrong with digits all the same, and what a share is that is written in percent. */
    private static String meant(OptionSpec option, String value) {
        if (DIGITS.matcher(value).matches()) {
            return "; it is out of range";
        }
        Matcher percent = PERCENT.matcher(value.strip());
        return option.paramLabel().equals("SHARE") && percent.matches()
                ? "; " + percent.group(1) + " % is " + share(percent.group(1))
                : "";
    }

    private static String share(String percent) {
        return new BigDecimal(percent).movePointLeft(2).stripTrailingZeros().toPlainString();
    }
}
