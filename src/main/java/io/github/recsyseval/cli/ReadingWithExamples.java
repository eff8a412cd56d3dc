package io.github.recsyseval.cli;

import picocli.CommandLine.Option;

/** How lines are read by a command that shows examples of those that are wrong. */
class ReadingWithExamples extends ReadingOptions {
    @Option(
            names = "--max-errors",
            paramLabel = "N",
            description = "Keep at most N examples of each defect (default ${DEFAULT-VALUE}).")
    private int maxErrors = 20;

    @Override
    final int maxErrors() {
        if (maxErrors < 0) {
            throw new UsageException("--max-errors takes a number from 0 up, not " + maxErrors);
        }
        return maxErrors;
    }
}
