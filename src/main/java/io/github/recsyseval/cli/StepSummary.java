package io.github.recsyseval.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.function.LongFunction;

/** The summary page of a GitHub job, a file which the variable {@code GITHUB_STEP_SUMMARY} names. */
final class StepSummary {
    private static final String VARIABLE = "GITHUB_STEP_SUMMARY";

    private StepSummary() {}

    /** Whether there is one. */
    static boolean isPresent(Terminal terminal) {
        return !file(terminal).isEmpty();
    }

    /**
     * Adds to the page, which belongs to the job and may hold what other steps wrote. Where that fails a sentence on standard error
     * says so: the page is an extra, and neither verdict nor annotations depend on it.
     *
     * @param text the text to add, given the bytes that are there already
     */
    static void append(Terminal terminal, LongFunction<String> text) {
        try {
            Path summary = Path.of(file(terminal));
            long used = Files.exists(summary) ? Files.size(summary) : 0;
            byte[] added = text.apply(used).getBytes(StandardCharsets.UTF_8);
            Files.write(summary, added, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException failed) {
            terminal.err()
                    .println("recsys-eval: warning: GITHUB_STEP_SUMMARY names a file that cannot be written, "
                            + file(terminal) + ": " + AtomicFile.reason(failed));
        }
    }

    private static String file(Terminal terminal) {
        return terminal.environment().getOrDefault(VARIABLE, "");
    }
}
