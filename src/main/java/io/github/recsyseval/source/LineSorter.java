package io.github.recsyseval.source;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Iterator;
import org.jspecify.annotations.Nullable;

/**
 * Copies the invalid lines of an input, each byte for byte with its line end, to one stream and all others to another: valid and
 * blank lines, and the byte order mark of the first file, so that what has no invalid line comes out as it is. Byte order marks
 * of further files would end up between lines and go to neither stream, as do unfinished last lines that are left out; a line
 * over the limit, which is never held, cannot be copied and is counted.
 */
public final class LineSorter {
    private static final byte[] BYTE_ORDER_MARK = {(byte) 0xef, (byte) 0xbb, (byte) 0xbf};

    private final InputLedger ledger;
    private final @Nullable OutputStream accepted;
    private final @Nullable OutputStream rejected;
    private boolean begun;
    private boolean acceptedLineOpen;
    private boolean rejectedLineOpen;
    private long tooLong;

    public LineSorter(InputLedger ledger, @Nullable OutputStream accepted, @Nullable OutputStream rejected) {
        this.ledger = ledger;
        this.accepted = accepted;
        this.rejected = rejected;
    }

    /** Copies the lines of a chunk that {@code worker} has judged; chunks must come in input order. */
    public void sort(Chunk chunk, LineWorker worker) throws IOException {
        if (accepted == null && rejected == null) {
            return;
        }
        if (!begun && chunk.byteOrderMark && accepted != null) {
            accepted.write(BYTE_ORDER_MARK);
        }
        begun = true;
        if (chunk.tooLong) {
            tooLong++;
            return;
        }
        Iterator<BadLine> bad = worker.bad.iterator();
        int nextBad = bad.hasNext() ? bad.next().lineInChunk() : -1;
        int from = 0;
        for (int line = 0; line < worker.lines; line++) {
            int newline = Newlines.next(chunk.bytes, from, chunk.length);
            int end = newline < 0 ? chunk.length : newline + 1;
            if (line == nextBad) {
                if (newline >= 0 || !ledger.leavesOutTail(worker)) {
                    reject(chunk.bytes, from, end);
                }
                nextBad = bad.hasNext() ? bad.next().lineInChunk() : -1;
            } else {
                accept(chunk.bytes, from, end);
            }
            from = end;
        }
    }

    /** How many invalid lines were too long to be copied. */
    public long tooLong() {
        return tooLong;
    }

    private void accept(byte[] bytes, int from, int end) throws IOException {
        if (accepted != null) {
            acceptedLineOpen = copy(accepted, acceptedLineOpen, bytes, from, end);
        }
    }

    private void reject(byte[] bytes, int from, int end) throws IOException {
        if (rejected != null) {
            rejectedLineOpen = copy(rejected, rejectedLineOpen, bytes, from, end);
        }
    }

    /** Copies a line, after closing one that its file did not end; returns whether this one is left open. */
    private static boolean copy(OutputStream out, boolean open, byte[] bytes, int from, int end) throws IOException {
        if (open) {
            out.write('\n');
        }
        out.write(bytes, from, end - from);
        return bytes[end - 1] != '\n';
    }
}
