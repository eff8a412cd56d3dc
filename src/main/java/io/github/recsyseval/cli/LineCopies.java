package io.github.recsyseval.cli;

import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Where validate copies lines to. The files carry raw ids, so they are for their owner only. */
final class LineCopies implements Closeable {
    @Option(
            names = "--rejects",
            paramLabel = "FILE",
            description = "Copy invalid lines to this file byte for byte; only you can read it.")
    private @Nullable Path rejects;

    @Option(names = "--accepted", paramLabel = "FILE", description = "Copy valid lines to this file, likewise.")
    private @Nullable Path accepted;

    private @Nullable AtomicFile rejectsFile;
    private @Nullable AtomicFile acceptedFile;

    /** Enters the targets among the outputs of the run and begins the files; they appear with {@link #commit}. */
    void open(OutputPaths paths) {
        paths.take("--rejects", rejects);
        paths.take("--accepted", accepted);
        rejectsFile = rejects == null ? null : AtomicFile.create(rejects, true);
        acceptedFile = accepted == null ? null : AtomicFile.create(accepted, true);
    }

    @Nullable OutputStream acceptedStream() {
        return acceptedFile == null ? null : acceptedFile.out();
    }

    @Nullable OutputStream rejectedStream() {
        return rejectsFile == null ? null : rejectsFile.out();
    }

    /** Puts the files in their places. */
    void commit() {
        if (rejectsFile != null) {
            rejectsFile.commit();
        }
        if (acceptedFile != null) {
            acceptedFile.commit();
        }
    }

    /** The sentence for copies that could not be written. */
    OutputException failure(UncheckedIOException failed) {
        String targets = Stream.of(rejects, accepted)
                .filter(Objects::nonNull)
                .map(String::valueOf)
                .collect(Collectors.joining(" or "));
        return AtomicFile.failure(Path.of(targets), new IOException(failed.getMessage(), failed));
    }

    @Override
    public void close() {
        if (rejectsFile != null) {
            rejectsFile.close();
        }
        if (acceptedFile != null) {
            acceptedFile.close();
        }
    }
}
