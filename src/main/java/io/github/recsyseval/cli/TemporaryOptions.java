package io.github.recsyseval.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Where temporary files go. */
final class TemporaryOptions {
    @Option(
            names = "--temp-dir",
            paramLabel = "DIR",
            description = "Where temporary files go, if any are needed (default: $TMPDIR, else the system's).")
    private @Nullable Path folder;

    /** The folder; one that was named must be there even if it will not be needed. */
    Path folder(Terminal terminal) {
        if (folder != null) {
            if (folder.toString().isBlank()) {
                throw new UsageException("--temp-dir takes a directory, not an empty text; is a variable unset?");
            }
            if (!Files.isDirectory(folder)) {
                throw new UsageException(
                        "--temp-dir " + folder + (Files.exists(folder) ? ": not a directory" : ": no such directory"));
            }
            return folder;
        }
        String wanted = terminal.environment().getOrDefault("TMPDIR", "");
        return Path.of(wanted.isBlank() ? System.getProperty("java.io.tmpdir") : wanted);
    }
}
