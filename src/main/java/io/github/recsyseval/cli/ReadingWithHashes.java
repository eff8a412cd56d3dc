package io.github.recsyseval.cli;

import picocli.CommandLine.Option;

/** How lines are read by a command whose report says which files it is about. */
final class ReadingWithHashes extends ReadingWithExamples {
    @Option(names = "--sha256", description = "Also print the SHA-256 of every input file.")
    private boolean sha256;

    @Override
    boolean hashes() {
        return sha256;
    }
}
