package io.github.recsyseval.trace;

import io.github.recsyseval.source.InputException;
import io.github.recsyseval.source.InputSet;
import io.github.recsyseval.source.LogFile;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Inputs that can be read more than once: standard input and pipes are copied to a temporary file, which only its owner may read and
 * which is gone with {@link #close}.
 */
final class RereadableInputs implements Closeable {
    private final InputStream standardInput;
    private final Path folder;
    private final List<Path> copies = new ArrayList<>();

    /** @param folder where copies are made */
    RereadableInputs(InputStream standardInput, Path folder) {
        this.standardInput = standardInput;
        this.folder = folder;
    }

    /** @throws InputException when there is no room for the copy */
    InputSet of(InputSet inputs) {
        List<LogFile> files = new ArrayList<>();
        for (LogFile file : inputs.files()) {
            Path path = file.path();
            files.add(path != null && Files.isRegularFile(path) ? file : copy(file));
        }
        return new InputSet(files, inputs.skipped());
    }

    private LogFile copy(LogFile file) {
        try {
            Path copy = Files.createTempFile(folder, "recsys-eval-trace", ".tmp");
            copies.add(copy);
            copy.toFile().deleteOnExit();
            Path path = file.path();
            try (OutputStream out = Files.newOutputStream(copy)) {
                if (path == null) {
                    standardInput.transferTo(out);
                } else {
                    Files.copy(path, out);
                }
            }
            return new LogFile(file.name(), copy, Files.size(copy));
        } catch (IOException failed) {
            throw new InputException(
                    file.name() + ": cannot be copied to " + folder + ", where it could be read again (--temp-dir names"
                            + " another folder): " + failed.getMessage(),
                    failed);
        }
    }

    @Override
    public void close() {
        copies.forEach(copy -> copy.toFile().delete());
    }
}
