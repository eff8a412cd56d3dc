package io.github.recsyseval.spill;

import java.io.Closeable;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * The temporary files of one run, in one folder. Nothing is made before the first file is asked for. When little is left of the
 * disk, writing ends with a {@link SpillException} before others on the machine are hurt. Several threads may ask for files; each file
 * is for one thread at a time.
 */
public final class SpillSpace implements Closeable {
    /** So much is left to others: 64 MiB. */
    static final long LEFT_TO_OTHERS = 64L << 20;

    /** How much is written between two looks at the disk. */
    private static final long BETWEEN_LOOKS = 16L << 20;

    private static final Set<StandardOpenOption> OPEN = EnumSet.of(
            StandardOpenOption.READ,
            StandardOpenOption.WRITE,
            StandardOpenOption.CREATE_NEW,
            StandardOpenOption.DELETE_ON_CLOSE);

    private final Path folder;
    private final LongSupplier usable;
    private final List<SpillFile> files = new ArrayList<>();
    private long written;
    private long lookAt;

    public SpillSpace(Path folder) {
        this.folder = folder;
        usable = () -> usableBytes(folder);
    }

    /** @param usable how many bytes of the disk are left */
    SpillSpace(Path folder, LongSupplier usable) {
        this.folder = folder;
        this.usable = usable;
    }

    /**
     * A new, empty file.
     *
     * @param buffer how many bytes are held in memory for it
     * @throws SpillException when the folder does not exist or cannot be written
     */
    public synchronized SpillFile newFile(int buffer) {
        SpillFile file = new SpillFile(this, open(), buffer);
        files.add(file);
        return file;
    }

    /** How many bytes have been written to all files so far. */
    public synchronized long bytesWritten() {
        return written;
    }

    /** A name of 122 random bits that is taken nevertheless is somebody's trap, and an error. */
    private FileChannel open() {
        Path path = folder.resolve("recsys-eval-" + UUID.randomUUID() + ".spill");
        try {
            return FileChannel.open(path, OPEN, ownerOnly());
        } catch (IOException failed) {
            throw failure("make", failed);
        }
    }

    private FileAttribute<?>[] ownerOnly() {
        boolean posix = folder.getFileSystem().supportedFileAttributeViews().contains("posix");
        return posix
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
                }
                : new FileAttribute<?>[0];
    }

    /** Called before {@code bytes} are written. */
    synchronized void willWrite(long bytes) {
        if (written + bytes >= lookAt) {
            if (usable.getAsLong() < LEFT_TO_OTHERS + bytes) {
                throw new SpillException("temporary files in " + folder + " need more room: less than "
                        + (LEFT_TO_OTHERS >> 20) + " MiB of the disk are left after writing " + megabytes());
            }
            lookAt = written + bytes + BETWEEN_LOOKS;
        }
        written += bytes;
    }

    /** The bytes that may still be written; no limit where the file system does not tell. */
    private static long usableBytes(Path folder) {
        try {
            FileStore store = Files.getFileStore(folder);
            return store.getTotalSpace() > 0 ? store.getUsableSpace() : Long.MAX_VALUE;
        } catch (IOException untold) {
            return Long.MAX_VALUE;
        }
    }

    synchronized SpillException failure(String doing, IOException failed) {
        return new SpillException(
                "cannot " + doing + " temporary files in " + folder + ": " + reason(failed)
                        + (written == 0 ? "" : ", after writing " + megabytes()),
                failed);
    }

    private String megabytes() {
        return String.format(Locale.ROOT, "%,d MB", written / 1_000_000);
    }

    private static String reason(IOException failed) {
        if (failed instanceof NoSuchFileException) {
            return "no such directory";
        }
        if (failed instanceof java.nio.file.AccessDeniedException) {
            return "permission denied";
        }
        @Nullable String message = failed.getMessage();
        return message == null ? failed.getClass().getSimpleName() : message;
    }

    synchronized void forget(SpillFile file) {
        files.remove(file);
    }

    /** Gives all room back. */
    @Override
    public synchronized void close() {
        List.copyOf(files).forEach(SpillFile::close);
    }
}
