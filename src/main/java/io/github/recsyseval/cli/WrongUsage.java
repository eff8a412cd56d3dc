package io.github.recsyseval.cli;

import io.github.recsyseval.cli.config.WrongNumber;
import io.github.recsyseval.text.DidYouMean;
import java.util.Arrays;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** What is said of a command line that picocli cannot parse. */
final class WrongUsage {
    private WrongUsage() {}

    /** What is wrong with the command line, and what was probably meant. */
    static String sentence(ParameterException wrong, String... given) {
        CommandLine at = wrong.getCommandLine();
        if (wrong instanceof MissingParameterException) {
            // A mistyped option is the reason why the right one is missing.
            Optional<String> unknown = Arrays.stream(given)
                    .filter(word -> word.startsWith("--") && !word.equals("--"))
                    .filter(word -> !at.getCommandSpec().optionsMap().containsKey(option(word)))
                    .findFirst();
            if (unknown.isPresent()) {
                return noOption(at, unknown.get());
            }
        }
        if (wrong instanceof UnmatchedArgumentException unmatched
                && !unmatched.getUnmatched().isEmpty()) {
            String word = unmatched.getUnmatched().get(0);
            if (word.startsWith("-")) {
                return noOption(at, word);
            }
            return at.getSubcommands().isEmpty()
                    ? "unexpected argument \"" + word + "\"; repeat an option to give it several values"
                    : "no command \"" + word + "\""
                            + DidYouMean.hint(word, at.getSubcommands().keySet());
        }
        Optional<String> number = WrongNumber.sentence(wrong);
        if (number.isPresent()) {
            return number.get();
        }
        String message = String.valueOf(wrong.getMessage());
        return message.isEmpty() ? "wrong usage" : Character.toLowerCase(message.charAt(0)) + message.substring(1);
    }

    private static String noOption(CommandLine at, String word) {
        String option = option(word);
        String others = Subcommands.with(option);
        return "no option " + option
                + (others.isEmpty()
                        ? DidYouMean.hint(
                                option, at.getCommandSpec().optionsMap().keySet())
                        : "; it belongs to " + others);
    }

    /** The name of an option that is given with or without a value. */
    private static String option(String word) {
        int equals = word.indexOf('=');
        return equals < 0 ? word : word.substring(0, equals);
    }
}
