package io.github.recsyseval.source;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * The lines of all files of an {@link InputSet}, in order, in chunks that end at a newline. Several threads may pull chunks; each
 * byte is read once.
 *
 * <p>A file that turns out to be corrupt or unreadable half-way ends there: what was readable is delivered, the sentence for the
 * user is kept in {@link #failures()}, and the next file follows.
 */
public final class ChunkStream implements Closeable {
    static final int CHUNK = 1 << 20;

    /** So much is read at once: it is copied twice and hashed while the cache still holds it. */
    private static final int BLOCK = 1 << 17;
    /** Bytes behind the last line that exist and mean nothing, so that readers may look ahead without asking. */
    private static final int SLACK = 128;
    /** The longest line that is held whole, unless told otherwise: 16 MiB. */
    public static final int MAX_LINE_BYTES = 16 << 20;

    private final List<LogFile> files;
    private final int maxLineBytes;
    private final InputStream standardInput;
    private final DigestedInput.Hashes hashes;
    private final List<String> failures = new ArrayList<>();
    private final List<FileDigest> digests = new ArrayList<>();

    private int file = -1;
    private @Nullable InputStream in;
    /** The file's bytes as they are on disk, from which {@code in} takes its own. */
    private @Nullable DigestedInput raw;

    private byte[] carry = new byte[0];
    private int carryLength;
    private boolean atStart;
    private long number;
    private long bytesRead;
    private final AtomicLong bytesOnDisk = new AtomicLong();

    /** A stream that does not hash what it reads. */
    public ChunkStream(InputSet inputs, int maxLineBytes, InputStream standardInput) {
        this(inputs, maxLineBytes, standardInput, DigestedInput.Hashes.NONE);
    }

    private ChunkStream(InputSet inputs, int maxLineBytes, InputStream standardInput, DigestedInput.Hashes hashes) {
        this.files = inputs.files();
        this.maxLineBytes = maxLineBytes;
        this.standardInput = standardInput;
        this.hashes = hashes;
    }

    /**
     * A stream that hashes the files while it reads them.
     *
     * @param sha256 whether with SHA-256 too
     */
    public static ChunkStream hashing(InputSet inputs, int maxLineBytes, InputStream standardInput, boolean sha256) {
        return new ChunkStream(
                inputs,
                maxLineBytes,
                standardInput,
                sha256 ? DigestedInput.Hashes.XXH128_AND_SHA256 : DigestedInput.Hashes.XXH128);
    }

    /** Fills {@code chunk} with the next lines; false when there are no more. */
    public synchronized boolean next(Chunk chunk) {
        while (true) {
            if (in == null && !open()) {
                return false;
            }
            reset(chunk);
            fill(chunk);
            if (chunk.length > 0 || chunk.tooLong) {
                chunk.number = number++;
                chunk.firstOfFile = atStart;
                atStart = false;
                return true;
            }
        }
    }

    /** One sentence for each file that could not be read to its end. */
    public synchronized List<String> failures() {
        return List.copyOf(failures);
    }

    /** The digests of the files that were read, in their order: to their end, or to where they failed. */
    public synchronized List<FileDigest> digests() {
        return List.copyOf(digests);
    }

    /** Decompressed bytes delivered so far. */
    public synchronized long bytesRead() {
        return bytesRead;
    }

    /** Bytes taken from files so far, before decompression. Does not wait for a reader. */
    public long bytesOnDisk() {
        return bytesOnDisk.get();
    }

    private boolean open() {
        while (++file < files.size()) {
            LogFile next = files.get(file);
            carryLength = 0;
            atStart = true;
            try {
                InputStream bytes = next.path() == null
                        ? standardInput
                        : Channels.newInputStream(FileChannel.open(next.path(), StandardOpenOption.READ));
                in = bytes;
                raw = new DigestedInput(next.name(), bytes, hashes, bytesOnDisk);
                in = Compression.plain(raw);
                return true;
            } catch (IOException failed) {
                closeFile();
                failures.add(next.name() + ": " + InputSet.reason(failed));
                digests.add(new FileDigest(next.name(), next.bytes(), null, null));
            }
        }
        return false;
    }

    private void reset(Chunk chunk) {
        chunk.file = file;
        chunk.tooLong = false;
        chunk.byteOrderMark = false;
        int wanted = Math.max(carryLength + 1, (int)
                Math.min(CHUNK, Math.max(1 << 16, files.get(file).bytes() + 1)));
        if (capacity(chunk) < wanted || capacity(chunk) > 4 * CHUNK) {
            chunk.bytes = new byte[wanted + SLACK];
        }
        System.arraycopy(carry, 0, chunk.bytes, 0, carryLength);
        chunk.length = carryLength;
        carryLength = 0;
    }

    private static int capacity(Chunk chunk) {
        return chunk.bytes.length - SLACK;
    }

    private void fill(Chunk chunk) {
        int searched = 0;
        while (true) {
            int read = read(chunk.bytes, chunk.length);
            chunk.length += Math.max(read, 0);
            if (atStart) {
                dropByteOrderMark(chunk);
            }
            boolean full = chunk.length == capacity(chunk);
            if (atStart && (read < 0 || full) && isForeign(chunk)) {
                return;
            }
            if (read < 0) {
                endFile();
                return;
            }
            if (!full) {
                continue;
            }
            int last = Newlines.last(chunk.bytes, searched, chunk.length);
            if (last >= 0) {
                keepRest(chunk, last + 1);
                return;
            }
            if (chunk.length > maxLineBytes) {
                skipLine(chunk);
                return;
            }
            searched = chunk.length;
            int longer = (int) Math.min(2L * chunk.length, maxLineBytes + 1L);
            chunk.bytes = Arrays.copyOf(chunk.bytes, longer + SLACK);
        }
    }

    /** Whether the file holds no lines at all: it is left alone, and said what it is. */
    private boolean isForeign(Chunk chunk) {
        String format = ForeignFormat.of(chunk.bytes, chunk.length);
        if (format == null) {
            return false;
        }
        LogFile foreign = files.get(file);
        failures.add(foreign.name() + ": " + format);
        digests.add(new FileDigest(foreign.name(), foreign.bytes(), null, null));
        chunk.length = 0;
        closeFile();
        return true;
    }

    private static void dropByteOrderMark(Chunk chunk) {
        byte[] bytes = chunk.bytes;
        if (chunk.length >= 3
                && (bytes[0] & 0xff) == 0xef
                && (bytes[1] & 0xff) == 0xbb
                && (bytes[2] & 0xff) == 0xbf
                && !chunk.byteOrderMark) {
            System.arraycopy(bytes, 3, bytes, 0, chunk.length - 3);
            chunk.length -= 3;
            chunk.byteOrderMark = true;
        }
    }

    private void keepRest(Chunk chunk, int from) {
        carryLength = chunk.length - from;
        if (carry.length < carryLength) {
            carry = new byte[carryLength];
        }
        System.arraycopy(chunk.bytes, from, carry, 0, carryLength);
        chunk.length = from;
    }

    /** Reads on to the end of a line over the limit, keeping only what follows it. */
    private void skipLine(Chunk chunk) {
        chunk.tooLong = true;
        int read;
        do {
            read = read(chunk.bytes, 0);
            int newline = read <= 0 ? -1 : Newlines.next(chunk.bytes, 0, read);
            if (newline >= 0) {
                chunk.length = read;
                keepRest(chunk, newline + 1);
                break;
            }
        } while (read >= 0);
        chunk.length = 0;
        if (read < 0) {
            endFile();
        }
    }

    /** Reads once into {@code bytes} from {@code at}; -1 at the end of the file, wherever that came from. */
    private int read(byte[] bytes, int at) {
        if (in == null) {
            return -1;
        }
        try {
            int read = in.read(bytes, at, Math.min(BLOCK, bytes.length - SLACK - at));
            bytesRead += Math.max(read, 0);
            if (read < 0) {
                requireAllBytes();
            }
            return read;
        } catch (IOException failed) {
            failures.add(files.get(file).name() + ": cannot be read to its end, truncated or corrupt ("
                    + InputSet.reason(failed) + ")");
            return -1;
        }
    }

    /** A file that somebody empties while it is read, as some rotate logs, seems to end. What is compressed shows it by itself. */
    private void requireAllBytes() {
        LogFile now = files.get(file);
        if (raw != null && !(in instanceof ReadAhead) && raw.bytes() < now.bytes()) {
            failures.add(String.format(
                    Locale.ROOT,
                    "%s: became shorter while it was read: %,d of %,d bytes were left",
                    now.name(),
                    raw.bytes(),
                    now.bytes()));
        }
    }

    /** Called where a file ends, or cannot be read further. */
    private void endFile() {
        if (raw != null) {
            if (raw.isHashed()) {
                raw.readRest();
            }
            digests.add(raw.digest());
            raw = null;
        }
        closeFile();
    }

    private void closeFile() {
        try {
            if (in != null && files.get(file).path() != null) {
                in.close();
            }
        } catch (IOException ignored) {
            // Everything has been read; there is nothing that a failing close could take away.
        }
        in = null;
    }

    @Override
    public synchronized void close() {
        closeFile();
        file = files.size();
    }
}
