package io.github.recsyseval.cli;

import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
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

    @Option(
            names = "--accepted",
            paramLabel = "FILE",
            description = "Copy all other lines to this file byte for byte; only you can read it.")
    private @Nullable Path accepted;

    private final List<AtomicFile> files = new ArrayList<>();
    private @Nullable OutputStream rejectedStream;
    private @Nullable OutputStream acceptedStream;

    /** Enters the targets among the outputs of the run and begins the files; they appear with {@link #commit}. */
    void open(OutputPaths paths) {
        paths.take("--rejects", rejects);
        paths.take("--accepted", accepted);
        rejectedStream = begin(rejects);
        acceptedStream = begin(accepted);
    }

    private @Nullable OutputStream begin(@Nullable Path path) {
        if (path == null) {
            return null;
        }
        AtomicFile file = AtomicFile.create(path, true);
        files.add(file);
        return file.out();
    }

    @Nullable OutputStream acceptedStream() {
        return acceptedStream;
    }

    @Nullable OutputStream rejectedStream() {
        return rejectedStream;
    }

    /** Puts the files in their places. */
    void commit() {
        AtomicFile.commit(files);
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
        files.forEach(AtomicFile::close);
    }
}
