package io.github.recsyseval.cli;

import io.github.recsyseval.cli.config.ConfigException;
import io.github.recsyseval.experiment.ExperimentException;
import io.github.recsyseval.reference.ReferenceException;
import io.github.recsyseval.sample.SampleException;
import io.github.recsyseval.schema.UnusableSchemaException;
import io.github.recsyseval.source.InputException;
import io.github.recsyseval.spill.SpillException;
import io.github.recsyseval.yaml.YamlException;
import java.nio.file.InvalidPathException;
import java.util.List;

/**
 * How a run ends that something was thrown out of.
 *
 * @param isOfTheUser whether the sentence is about what the user asked for, which may stand in a configuration
 */
record Failure(int exitCode, String sentence, boolean isOfTheUser) {
    private static final List<Class<? extends RuntimeException>> WRONG_USAGE = List.of(
            UsageException.class,
            SampleException.class,
            ConfigException.class,
            YamlException.class,
            ReferenceException.class,
            ExperimentException.class);

    static Failure of(Throwable thrown) {
        String sentence = String.valueOf(thrown.getMessage());
        if (WRONG_USAGE.stream().anyMatch(wrong -> wrong.isInstance(thrown))) {
            return new Failure(ExitCode.USAGE, sentence, true);
        }
        if (thrown instanceof InputException) {
            return new Failure(ExitCode.INPUT, sentence, true);
        }
        if (thrown instanceof InvalidPathException path) { // that of an input is an InputException
            return new Failure(ExitCode.USAGE, path.getInput() + ": not a path: " + path.getReason(), true);
        }
        if (thrown instanceof UnusableSchemaException schema) {
            boolean unreadable = schema.reason() == UnusableSchemaException.Reason.UNREADABLE;
            return new Failure(unreadable ? ExitCode.INPUT : ExitCode.USAGE, sentence, false);
        }
        if (thrown instanceof SpillException spill) {
            String remedy = spill.tooManyFiles()
                    ? "; ulimit -n allows more, and a larger --memory needs fewer"
                    : "; --temp-dir names another folder";
            return new Failure(ExitCode.IO, sentence + remedy, false);
        }
        if (thrown instanceof OutputException) {
            return new Failure(ExitCode.IO, sentence, false);
        }
        if (thrown instanceof OutOfMemoryError) {
            return new Failure(
                    ExitCode.OUT_OF_MEMORY,
                    "out of memory; RECSYS_EVAL_JAVA_OPTS=-Xmx2g gives more (" + sentence + ")",
                    false);
        }
        return new Failure(ExitCode.INTERNAL, "internal error: " + root(thrown) + " (--verbose shows where)", false);
    }

    /** What a failure goes back to: that a class could not be set up says less than why. */
    private static Throwable root(Throwable thrown) {
        Throwable cause = thrown.getCause();
        return cause == null || cause == thrown ? thrown : root(cause);
    }
}
