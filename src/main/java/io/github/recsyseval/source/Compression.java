package io.github.recsyseval.source;

import com.github.luben.zstd.ZstdInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;

/** Recognises compressed files by their first bytes, whatever their name says; they are inflated on a thread of their own. */
enum Compression {
    NONE,
    GZIP,
    ZSTD;

    private static final int BUFFER = 1 << 16;

    /** The plain bytes of a stream that may be compressed. */
    static InputStream plain(InputStream raw) throws IOException {
        PushbackInputStream in = new PushbackInputStream(raw, 4);
        byte[] start = in.readNBytes(4);
        in.unread(start);
        return switch (of(start, start.length)) {
            case NONE -> in;
            case GZIP -> new ReadAhead(new GzipMembers(in, BUFFER));
            case ZSTD -> new ReadAhead(zstd(in));
        };
    }

    private static InputStream zstd(InputStream in) throws IOException {
        ZstdLibrary.load();
        return new ZstdInputStream(in);
    }

    /** How a file is compressed that begins with {@code bytes[0, length)}. */
    static Compression of(byte[] bytes, int length) {
        if (length >= 2 && (bytes[0] & 0xff) == 0x1f && (bytes[1] & 0xff) == 0x8b) {
            return GZIP;
        }
        boolean zstd = length >= 4
                && (bytes[0] & 0xff) == 0x28
                && (bytes[1] & 0xff) == 0xb5
                && (bytes[2] & 0xff) == 0x2f
                && (bytes[3] & 0xff) == 0xfd;
        return zstd ? ZSTD : NONE;
    }
}
