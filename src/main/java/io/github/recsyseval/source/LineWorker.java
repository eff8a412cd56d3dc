package io.github.recsyseval.source;

import io.github.recsyseval.event.RecordTime;
import io.github.recsyseval.event.Timestamps;
import io.github.recsyseval.schema.Violation;
import java.util.ArrayList;
import java.util.List;

/** Splits a chunk into lines and has each judged; the counts and the refused lines wait here until they are committed. */
public final class LineWorker {
    private static final List<Violation> PARTIAL = List.of(
            Violation.ofLine("json", "ends before the record does: the file was cut off or is still being written"));

    private final LineJudge judge;
    private final List<Violation> tooLong;
    private final int maxLineBytes;

    int lines;
    int blank;
    int valid;
    boolean carriageReturns;
    boolean partialTail;
    final List<BadLine> bad = new ArrayList<>();
    private int[] lineOfRecord = new int[4096];

    public LineWorker(LineJudge judge, int maxLineBytes) {
        this.judge = judge;
        this.maxLineBytes = maxLineBytes;
        tooLong = List.of(Violation.ofLine(
                "max-line-bytes", "longer than " + maxLineBytes + " bytes (--max-line-bytes); not looked at"));
    }

    /** Judges every line of a chunk. */
    public void read(Chunk chunk) {
        lines = 0;
        blank = 0;
        valid = 0;
        carriageReturns = false;
        partialTail = false;
        bad.clear();
        judge.begin();
        if (chunk.tooLong) {
            bad.add(new BadLine(lines++, Timestamps.UNREADABLE, tooLong));
            return;
        }
        byte[] bytes = chunk.bytes;
        int from = 0;
        while (from < chunk.length) {
            int end = isTooLong(bytes, from, chunk.length) ? -1 : judge.takePlain(bytes, from, chunk.length);
            if (end >= 0) {
                addValid();
            } else {
                int newline = Newlines.next(bytes, from, chunk.length);
                end = newline < 0 ? chunk.length : newline;
                line(bytes, from, end, newline < 0);
            }
            lines++;
            from = end + 1;
        }
    }

    /** Whether no newline comes within the limit; asked only where a chunk can hold such a line at all. */
    private boolean isTooLong(byte[] bytes, int from, int to) {
        return to - from > maxLineBytes && Newlines.next(bytes, from, from + maxLineBytes + 1) < 0;
    }

    private void line(byte[] bytes, int from, int end, boolean open) {
        if (end - from > maxLineBytes) {
            bad.add(new BadLine(lines, RecordTime.of(bytes, from, end), tooLong));
            return;
        }
        int to = end;
        if (to > from && bytes[to - 1] == '\r') {
            carriageReturns = true;
            to--;
        }
        if (isBlank(bytes, from, to)) {
            blank++;
            return;
        }
        List<Violation> violations = judge.judge(bytes, from, to);
        if (violations.isEmpty()) {
            addValid();
        } else if (open && violations.get(0).keyword().equals("json")) {
            partialTail = true;
            bad.add(new BadLine(lines, RecordTime.of(bytes, from, to), PARTIAL));
        } else {
            bad.add(new BadLine(lines, RecordTime.of(bytes, from, to), violations));
        }
    }

    private void addValid() {
        if (valid == lineOfRecord.length) {
            lineOfRecord = java.util.Arrays.copyOf(lineOfRecord, 2 * valid);
        }
        lineOfRecord[valid++] = lines;
    }

    private static boolean isBlank(byte[] bytes, int from, int to) {
        for (int i = from; i < to; i++) {
            if (bytes[i] != ' ' && bytes[i] != '\t' && bytes[i] != '\r') {
                return false;
            }
        }
        return true;
    }

    /** How many lines of the chunk were refused. */
    public int invalid() {
        return bad.size();
    }

    /** How many lines of the chunk were valid. */
    public int valid() {
        return valid;
    }

    /** The 0-based line, within the chunk, of the i-th valid record. */
    public int lineOfRecord(int i) {
        return lineOfRecord[i];
    }
}
