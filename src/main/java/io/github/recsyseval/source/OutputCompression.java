package io.github.recsyseval.source;

import com.github.luben.zstd.ZstdOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.zip.GZIPOutputStream;

/** How written lines may be compressed; every input recognises both forms. */
public enum OutputCompression {
    NONE,
    GZIP,
    ZSTD;

    private static final int BUFFER = 1 << 16;

    /** A stream that compresses into {@code out}; closing it ends the compressed form and closes {@code out}. */
    public OutputStream over(OutputStream out) throws IOException {
        return switch (this) {
            case NONE -> out;
            case GZIP -> new GZIPOutputStream(out, BUFFER);
            case ZSTD -> zstd(out);
        };
    }

    private static OutputStream zstd(OutputStream out) throws IOException {
        ZstdLibrary.load();
        return new ZstdOutputStream(out);
    }
}
