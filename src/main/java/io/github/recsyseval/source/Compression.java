package io.github.recsyseval.source;

import com.github.luben.zstd.ZstdInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** Recognises compressed files by their first bytes, whatever their name says; they are inflated on a thread of their own. */
enum Compression {
    NONE,
    GZIP,
    ZSTD;

    private static final int BUFFER = 1 << 16;

    /** By the first four bytes. */
    private static final Map<String, String> OTHER_FORMATS =
            Map.of("PAR1", "a Parquet file", "Obj\u0001", "an Avro file", "SQLi", "an SQLite database");

    /** The plain bytes of a stream that may be compressed. */
    static InputStream plain(InputStream raw) throws IOException {
        PushbackInputStream in = new PushbackInputStream(raw, 4);
        byte[] start = in.readNBytes(4);
        in.unread(start);
        refuseOthers(start);
        return switch (of(start)) {
            case NONE -> start.length < 4 ? in : new Unpushed(in, raw);
            case GZIP -> new ReadAhead(new GzipMembers(in, BUFFER));
            case ZSTD -> new ReadAhead(zstd(in));
        };
    }

    private static InputStream zstd(InputStream in) throws IOException {
        ZstdLibrary.load();
        return new ZstdInputStream(in);
    }

    /** Compressed in ways that are not read; taken as lines, every one of them would be invalid. */
    private static void refuseOthers(byte[] start) throws IOException {
        String text = new String(start, StandardCharsets.ISO_8859_1);
        if (text.matches("BZh[1-9]")) {
            throw new IOException("compressed by bzip2, which is not read; pipe in what bzip2 -dc prints");
        }
        if (text.equals("\u00fd7zX")) {
            throw new IOException("compressed by xz, which is not read; pipe in what xz -dc prints");
        }
        if (text.equals("PK\u0003\u0004")) {
            throw new IOException("a zip archive, which is not read; pipe in what unzip -p prints");
        }
        String other = OTHER_FORMATS.get(text);
        if (other != null) {
            throw new IOException(other + ", which is not read; export it as JSON Lines");
        }
    }

    static Compression of(byte[] start) {
        if (start.length >= 2 && (start[0] & 0xff) == 0x1f && (start[1] & 0xff) == 0x8b) {
            return GZIP;
        }
        boolean zstd = start.length >= 4
                && (start[0] & 0xff) == 0x28
                && (start[1] & 0xff) == 0xb5
                && (start[2] & 0xff) == 0x2f
                && (start[3] & 0xff) == 0xfd;
        return zstd ? ZSTD : NONE;
    }

    /** Reads the pushed-back bytes first and then straight from the file, without a copy in between. */
    private static final class Unpushed extends InputStream {
        private final PushbackInputStream start;
        private final InputStream rest;
        private int startLeft = 4;

        Unpushed(PushbackInputStream start, InputStream rest) {
            this.start = start;
            this.rest = rest;
        }

        @Override
        public int read() throws IOException {
            if (startLeft > 0) {
                startLeft--;
                return start.read();
            }
            return rest.read();
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            if (startLeft > 0) {
                int count = start.read(bytes, offset, Math.min(length, startLeft));
                startLeft -= count;
                return count;
            }
            return rest.read(bytes, offset, length);
        }

        @Override
        public void close() throws IOException {
            rest.close();
        }
    }
}
