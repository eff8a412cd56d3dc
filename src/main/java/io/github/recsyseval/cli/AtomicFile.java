package io.github.recsyseval.cli;

import io.github.recsyseval.text.PathNotation;
import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Objects;

/**
 * A file that appears whole or not at all: written beside its place under a temporary name, then renamed. Closing it without
 * {@link #commit} leaves what was there before.
 */
final class AtomicFile implements Closeable {
    private final Path target;
    private final Path place;
    private final Path temporary;
    private final OutputStream out;
    private boolean committed;

    private AtomicFile(Path target, Path place, Path temporary, OutputStream out) {
        this.target = target;
        this.place = place;
        this.temporary = temporary;
        this.out = new BufferedOutputStream(out, 1 << 16);
    }

    /**
     * Begins a file.
     *
     * @param ownerOnly whether nobody else may read it, because it carries raw ids
     */
    static AtomicFile create(Path target, boolean ownerOnly) {
        try {
            if (Files.isDirectory(target)) {
                throw new OutputException("cannot write " + target + ": it is a directory", new IOException());
            }
            if (isStream(target)) {
                return new AtomicFile(target, target, target, Files.newOutputStream(target, StandardOpenOption.APPEND));
            }
            Path place = Files.isSymbolicLink(target) && Files.exists(target)
                    ? target.toRealPath()
                    : target.toAbsolutePath();
            Path directory = Objects.requireNonNull(place.getParent());
            Path temporary = Files.createTempFile(directory, ".recsys-eval-", ".tmp");
            temporary.toFile().deleteOnExit();
            if (!ownerOnly) {
                shareAsUsual(directory, temporary);
            }
            return new AtomicFile(target, place, temporary, Files.newOutputStream(temporary));
        } catch (IOException failed) {
            throw failure(target, failed);
        }
    }

    /** Whether there is nothing to rename: a device, a named pipe, or a descriptor such as /dev/stdout, whatever it leads to; NUL on Windows. */
    private static boolean isStream(Path target) {
        Path absolute = target.toAbsolutePath().normalize();
        return PathNotation.HERE.isDevice(target.toString())
                || Files.exists(target) && !Files.isRegularFile(target)
                || absolute.startsWith("/dev") && !absolute.startsWith("/dev/shm")
                || absolute.startsWith("/proc");
    }

    /** Gives a result the permissions that any newly made file gets here; temporary files are owner-only. */
    private static void shareAsUsual(Path directory, Path temporary) throws IOException {
        if (!Files.getFileStore(directory).supportsFileAttributeView("posix")) {
            return;
        }
        Path probe = directory.resolve("." + temporary.getFileName() + ".mode");
        try {
            Files.createFile(probe);
            Files.setPosixFilePermissions(temporary, Files.getPosixFilePermissions(probe));
        } finally {
            Files.deleteIfExists(probe);
        }
    }

    /** The path as it was given. */
    Path target() {
        return target;
    }

    OutputStream out() {
        return out;
    }

    /** {@link #out} for code that knows no files: what cannot be written ends the run with the sentence for this file. */
    OutputStream reporting() {
        return new OutputStream() {
            @Override
            public void write(int b) {
                write(new byte[] {(byte) b}, 0, 1);
            }

            @Override
            public void write(byte[] bytes, int from, int count) {
                try {
                    out.write(bytes, from, count);
                } catch (IOException failed) {
                    throw ended(failed);
                }
            }
        };
    }

    /** Ends the file, which from then on can only be put in its place or thrown away. */
    void finish() {
        try {
            out.close();
        } catch (IOException failed) {
            throw ended(failed);
        }
    }

    void write(byte[] bytes) {
        try {
            out.write(bytes);
        } catch (IOException failed) {
            throw ended(failed);
        }
    }

    /** Puts files in their places: all of them, or none where one cannot be written. */
    static void commit(List<AtomicFile> files) {
        files.forEach(AtomicFile::finish);
        files.forEach(AtomicFile::commit);
    }

    /** Ends the file and puts it in its place. */
    void commit() {
        finish();
        try {
            if (!temporary.equals(place)) {
                Files.move(temporary, place, StandardCopyOption.ATOMIC_MOVE);
            }
            committed = true;
        } catch (IOException failed) {
            throw ended(failed);
        }
    }

    /** Whoever reads a stream may go away at any time; a file that cannot be written is an error. */
    private RuntimeException ended(IOException failed) {
        boolean isStream = temporary.equals(place);
        return isStream && StandardOutput.isClosedPipe(failed)
                ? new ClosedPipeException(failed)
                : failure(target, failed);
    }

    @Override
    public void close() {
        if (!committed) {
            try {
                out.close();
            } catch (IOException ignored) {
                // The file is thrown away; whatever was not written does not matter.
            }
            if (!temporary.equals(place)) {
                temporary.toFile().delete();
            }
        }
    }

    /** The sentence for a target that cannot be written. */
    static OutputException failure(Path target, IOException failed) {
        return new OutputException("cannot write " + target + ": " + reason(failed) + "; nothing was changed", failed);
    }

    /** What went wrong, in a few words without the path. */
    static String reason(IOException failed) {
        if (failed instanceof NoSuchFileException missing) {
            Path directory = missing.getFile() == null
                    ? null
                    : Path.of(missing.getFile()).toAbsolutePath().getParent();
            return directory != null && Files.isDirectory(directory)
                    ? "no file can be made in this directory"
                    : "no such directory";
        }
        if (failed instanceof AccessDeniedException) {
            return "permission denied";
        }
        if (failed instanceof FileSystemException system && system.getReason() != null) {
            return system.getReason().toLowerCase(java.util.Locale.ROOT);
        }
        String message = String.valueOf(failed.getMessage()).replaceFirst("^(?:[a-z]+\\.)+[A-Za-z]+: ", "");
        return message.startsWith("No space") ? "no space left on device" : message;
    }
}
