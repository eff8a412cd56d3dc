package io.github.recsyseval.sample.log;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/** A file of lines that counts what it writes. */
public final class LogFile implements AutoCloseable {
    private static final byte[] BYTE_ORDER_MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};
    private static final byte[] CR_LF = {'\r', '\n'};

    private final LogStream stream;
    private final OutputStream out;
    private long lines;
    private long blank;
    private long crlf;
    private boolean bom;
    private boolean cut;

    public LogFile(LogStream stream, Path path) throws IOException {
        this.stream = stream;
        this.out = new BufferedOutputStream(Files.newOutputStream(path), 1 << 16);
    }

    public void byteOrderMark() throws IOException {
        out.write(BYTE_ORDER_MARK);
        bom = true;
    }

    public void line(byte[] bytes, boolean windows) throws IOException {
        out.write(bytes);
        if (windows) {
            out.write(CR_LF);
            crlf++;
        } else {
            out.write('\n');
        }
        lines++;
    }

    public void blankLine() throws IOException {
        out.write('\n');
        blank++;
    }

    /** The first two thirds of a line, without a line end; nothing may follow. */
    public void unfinished(byte[] bytes) throws IOException {
        out.write(Arrays.copyOf(bytes, bytes.length * 2 / 3));
        lines++;
        cut = true;
    }

    public FileCounts counts() {
        return new FileCounts(stream, lines, blank, crlf, bom, cut);
    }

    @Override
    public void close() throws IOException {
        out.close();
    }
}
