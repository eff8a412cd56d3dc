package io.github.recsyseval.source;

import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * One file of log lines.
 *
 * @param name the path as the user would write it, or {@code (standard input)}
 * @param path null for standard input
 * @param bytes the size on disk; 0 where it is not known
 */
public record LogFile(String name, @Nullable Path path, long bytes) {
    static final LogFile STANDARD_INPUT = new LogFile("(standard input)", null, 0);

    /** Whether its size is known before it has been read; pipes and devices have none. */
    boolean hasSize() {
        return path != null && (bytes > 0 || Files.isRegularFile(path));
    }
}
