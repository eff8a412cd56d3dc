package io.github.recsyseval.cli;

import io.github.recsyseval.text.DidYouMean;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The forms in which a command writes what it found: {@code --format} names one, and of a file {@code FORMAT=PATH} or else its ending.
 *
 * @param known all that the command has, in the order in which a message lists them
 * @param usual the form where nothing says which
 * @param format what {@code --format} says; null where it is not given
 */
record Forms<F extends Enum<F>>(
        List<F> known, F usual, @Nullable String format) {
    /** A file to write, and in which form. */
    record Target<F>(F form, Path path) {}

    /**
     * A value of {@code --output} taken apart.
     *
     * @param form what stands before the equals sign; empty where none is
     */
    record Given(String form, Path path) {
        static Given of(String output) {
            int equals = output.indexOf('=');
            boolean named = equals > 0 && output.substring(0, equals).chars().allMatch(Character::isLetter);
            return named
                    ? new Given(output.substring(0, equals), Path.of(output.substring(equals + 1)))
                    : new Given("", Path.of(output));
        }
    }

    /** The form of standard output. */
    F ofStandardOutput() {
        return format == null ? usual : named(format);
    }

    /** The file that a value of {@code --output} names; its form counts before {@code --format}, and that before the ending. */
    Target<F> target(String output) {
        Given given = Given.of(output);
        return new Target<>(given.form().isEmpty() ? unnamed(given.path()) : named(given.form()), given.path());
    }

    private F unnamed(Path path) {
        Optional<String> ending = format == null ? FileEnding.form(path) : Optional.empty();
        return ending.isEmpty() ? ofStandardOutput() : promised(ending.get(), path);
    }

    /** A page called {@code report.html} that is none would only show when somebody opens it. */
    private F promised(String ending, Path path) {
        return find(ending)
                .orElseThrow(() -> new UsageException("--output " + path + ": the ending stands for " + ending
                        + ", which this command does not write; there are " + String.join(", ", words())));
    }

    private F named(String name) {
        return find(name.equals("md") ? "markdown" : name)
                .orElseThrow(() -> new UsageException(
                        "no format \"" + name + "\"" + DidYouMean.hintOrAll(name.toLowerCase(Locale.ROOT), words())));
    }

    private Optional<F> find(String name) {
        return known.stream().filter(form -> form.name().equalsIgnoreCase(name)).findFirst();
    }

    private List<String> words() {
        return Choice.words(known);
    }
}
