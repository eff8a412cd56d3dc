package io.github.recsyseval.source;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import java.util.zip.ZipException;

/**
 * The plain bytes of a gzip file (RFC 1952): of all its members, one after the other. Zeros may fill it up; anything else behind a
 * member that is not a member is an error. {@link java.util.zip.GZIPInputStream} passes over it in silence, and takes a pause of
 * a pipe between two members for the end.
 */
final class GzipMembers extends InputStream {
    private static final int HAS_HEADER_CHECK = 1 << 1;
    private static final int HAS_EXTRA = 1 << 2;
    private static final int HAS_NAME = 1 << 3;
    private static final int HAS_COMMENT = 1 << 4;
    private static final int DEFLATE = 8;

    private final InputStream in;
    private final byte[] buffer;
    private final Inflater inflater = new Inflater(true);
    private final CRC32 check = new CRC32();
    private int at;
    private int end;
    private boolean inMember;
    private boolean first = true;

    GzipMembers(InputStream in, int bufferBytes) {
        this.in = in;
        buffer = new byte[bufferBytes];
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        while (inMember || begin()) {
            int count = inflate(bytes, offset, length);
            if (count > 0) {
                check.update(bytes, offset, count);
                return count;
            }
            if (inflater.finished()) {
                at = end - inflater.getRemaining();
                finish();
            } else if (inflater.needsInput()) {
                fill();
                inflater.setInput(buffer, 0, end);
            } else {
                throw new ZipException("the compressed data needs a dictionary");
            }
        }
        return -1;
    }

    private int inflate(byte[] bytes, int offset, int length) throws IOException {
        try {
            return inflater.inflate(bytes, offset, length);
        } catch (DataFormatException corrupt) {
            throw new ZipException(corrupt.getMessage() == null ? "invalid compressed data" : corrupt.getMessage());
        }
    }

    /** Reads the header of the next member; false where there is none. */
    private boolean begin() throws IOException {
        int magic = firstByte();
        if (magic < 0) {
            return false;
        }
        if (magic != 0x1f || next() != 0x8b || next() != DEFLATE) {
            throw new ZipException("something that is not gzip follows the compressed data");
        }
        int flags = next();
        skip(6); // time, level, system
        if ((flags & HAS_EXTRA) != 0) {
            skip(next() | next() << 8);
        }
        if ((flags & HAS_NAME) != 0) {
            skipText();
        }
        if ((flags & HAS_COMMENT) != 0) {
            skipText();
        }
        if ((flags & HAS_HEADER_CHECK) != 0) {
            skip(2);
        }
        inflater.reset();
        inflater.setInput(buffer, at, end - at);
        check.reset();
        inMember = true;
        first = false;
        return true;
    }

    /** The first byte behind a member that is not zero, or -1. */
    private int firstByte() throws IOException {
        while (true) {
            if (at == end) {
                end = Math.max(0, in.read(buffer, 0, buffer.length));
                at = 0;
                if (end == 0) {
                    return -1;
                }
            }
            int next = buffer[at++] & 0xff;
            if (next != 0 || first) {
                return next;
            }
        }
    }

    /** Compares checksum and length, which stand behind a member. */
    private void finish() throws IOException {
        long sum = fourBytes();
        long length = fourBytes();
        if (sum != check.getValue() || length != (inflater.getBytesWritten() & 0xffffffffL)) {
            throw new ZipException("the checksum does not match");
        }
        inMember = false;
    }

    private long fourBytes() throws IOException {
        return next() | next() << 8 | next() << 16 | (long) next() << 24;
    }

    private void skip(int bytes) throws IOException {
        for (int i = 0; i < bytes; i++) {
            next();
        }
    }

    private void skipText() throws IOException {
        int next;
        do {
            next = next();
        } while (next != 0);
    }

    private int next() throws IOException {
        if (at == end) {
            fill();
        }
        return buffer[at++] & 0xff;
    }

    private void fill() throws IOException {
        at = 0;
        end = in.read(buffer, 0, buffer.length);
        if (end < 0) {
            end = 0;
            throw new EOFException();
        }
    }

    @Override
    public void close() throws IOException {
        inflater.end();
        in.close();
    }
}
