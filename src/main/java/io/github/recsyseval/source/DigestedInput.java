package io.github.recsyseval.source;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** Counts and hashes the bytes of a file as they are read, so that none is read a second time for it. */
final class DigestedInput extends FilterInputStream {
    /** What is computed of each file beside its size. */
    enum Hashes {
        NONE,
        XXH128,
        XXH128_AND_SHA256
    }

    private final String name;
    private final Hashes hashes;
    private final AtomicLong allBytes;
    private final Xxh128 xxh128 = new Xxh128();
    private final @Nullable MessageDigest sha256;
    private long bytes;

    /** @param allBytes told of every byte taken, of this file and others */
    DigestedInput(String name, InputStream in, Hashes hashes, AtomicLong allBytes) {
        super(in);
        this.name = name;
        this.hashes = hashes;
        this.allBytes = allBytes;
        sha256 = hashes == Hashes.XXH128_AND_SHA256 ? newSha256() : null;
    }

    private static MessageDigest newSha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java platform has SHA-256", impossible);
        }
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        int read = in.read(into, offset, length);
        if (read > 0) {
            allBytes.addAndGet(read);
            bytes += read;
            if (isHashed()) {
                xxh128.update(into, offset, read);
            }
            if (sha256 != null) {
                sha256.update(into, offset, read);
            }
        }
        return read;
    }

    /** How many bytes have been taken. */
    long bytes() {
        return bytes;
    }

    /** Reads what an inflater left over, such as padding, so that the digest is that of the whole file. */
    void readRest() {
        byte[] rest = new byte[1 << 16];
        try {
            while (read(rest, 0, rest.length) >= 0) {
                // Reading is all there is to do.
            }
        } catch (IOException unreadable) {
            // Whoever reads the file has met this before and told it; the digest is of what could be read.
            return;
        }
    }

    boolean isHashed() {
        return hashes != Hashes.NONE;
    }

    /** What was read so far; asked for once. */
    FileDigest digest() {
        return new FileDigest(
                name,
                bytes,
                isHashed() ? xxh128.hex() : null,
                sha256 == null ? null : HexFormat.of().formatHex(sha256.digest()));
    }
}
