package io.github.recsyseval.source;

import com.github.luben.zstd.util.Native;
import io.github.recsyseval.text.PathNotation;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** The native library that reads and writes Zstandard. It lies in the jar, and has to be a file before it can be loaded. */
final class ZstdLibrary {
    private static final Duration SURELY_LOADED = Duration.ofMinutes(1);

    private ZstdLibrary() {}

    /**
     * Loads it unless that was done before: from {@code TMPDIR}, or else the system's temporary folder. Either may be full, read-only or
     * closed to programs ({@code noexec}).
     *
     * @throws IOException saying what to do where it cannot be loaded
     */
    static synchronized void load() throws IOException {
        if (Native.isLoaded()) {
            return;
        }
        List<Path> folders = folders();
        String why = "";
        for (Path folder : folders) {
            try {
                removeLeftOvers(folder);
                Native.load(folder.toFile());
                return;
            } catch (UnsatisfiedLinkError | ExceptionInInitializerError failed) {
                why = reason(failed);
            }
        }
        throw new IOException(
                "Zstandard needs a library that cannot be loaded from a file in "
                        + folders.get(folders.size() - 1) + " (" + why
                        + "); TMPDIR=DIR names another folder, and without the library zstd -dc or zstd can be put before or behind a pipe");
    }

    private static List<Path> folders() {
        List<Path> folders = new ArrayList<>();
        String wanted = System.getenv("TMPDIR");
        if (wanted != null && !wanted.isBlank()) {
            folders.add(Path.of(wanted));
        }
        folders.add(Path.of(System.getProperty("java.io.tmpdir")));
        return folders;
    }

    /** Windows lets nobody delete a library that is in use, not even the process that ends: whoever comes next does it. */
    private static void removeLeftOvers(Path folder) {
        if (!PathNotation.HERE.equals(PathNotation.WINDOWS)) {
            return;
        }
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, "libzstd-jni-*.dll")) {
            for (Path file : files) {
                if (Files.getLastModifiedTime(file)
                        .toInstant()
                        .isBefore(Instant.now().minus(SURELY_LOADED))) {
                    file.toFile().delete();
                }
            }
        } catch (IOException unreadable) {
            // Then nothing was left there by us.
        }
    }

    /** The last part of a message that names the file several times. */
    private static String reason(Throwable failed) {
        String line = String.valueOf(failed.getMessage()).lines().findFirst().orElse("");
        return line.substring(line.lastIndexOf(": ") + 1).trim();
    }
}
