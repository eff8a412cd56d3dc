package io.github.recsyseval.source;

import io.github.recsyseval.event.RecordTime;
import io.github.recsyseval.event.Timestamps;
import io.github.recsyseval.mapping.LineMapper;
import io.github.recsyseval.schema.Violation;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Splits a chunk into lines and has each judged; the counts and the refused lines wait here until they are committed. */
public final class LineWorker {
    private static final List<Violation> PARTIAL = List.of(
            Violation.ofLine("json", "ends before the record does: the file was cut off or is still being written"));

    private final LineJudge judge;
    private final List<Violation> tooLong;
    private final int maxLineBytes;
    private final @Nullable LineMapper mapper;

    int lines;
    int blank;
    int valid;
    boolean carriageReturns;
    boolean partialTail;
    final List<BadLine> bad = new ArrayList<>();
    private int[] lineOfRecord = new int[4096];

    public LineWorker(LineJudge judge, int maxLineBytes) {
        this(judge, maxLineBytes, null);
    }

    /** @param mapper rewrites each line before it is judged; null to judge lines as they are */
    public LineWorker(LineJudge judge, int maxLineBytes, @Nullable LineMapper mapper) {
        this.judge = judge;
        this.mapper = mapper;
        this.maxLineBytes = maxLineBytes;
        tooLong = List.of(Violation.ofLine(
                "max-line-bytes", "longer than " + maxLineBytes + " bytes (--max-line-bytes); not examined"));
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
        if (mapper != null) {
            mapper.begin();
        }
        if (chunk.tooLong) {
            bad.add(new BadLine(lines++, Timestamps.UNREADABLE, tooLong));
            return;
        }
        byte[] bytes = chunk.bytes;
        int from = 0;
        while (from < chunk.length) {
            boolean asItIs = mapper == null && !isTooLong(bytes, from, chunk.length);
            int end = asItIs ? judge.takePlain(bytes, from, chunk.length) : -1;
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
            carriageReturns |= !open;
            to--;
        }
        if (isBlank(bytes, from, to)) {
            blank++;
            return;
        }
        if (mapper != null && !mapper.map(bytes, from, to)) {
            return;
        }
        List<Violation> violations =
                mapper == null ? judge.judge(bytes, from, to) : judgeMapped(mapper, bytes, from, to);
        if (violations.isEmpty()) {
            addValid();
        } else if (open && violations.get(0).isCutOff()) {
            partialTail = true;
            bad.add(new BadLine(lines, timeOfRefused(bytes, from, to), PARTIAL));
        } else {
            bad.add(new BadLine(lines, timeOfRefused(bytes, from, to), violations));
        }
    }

    /** When a refused line happened; what a map made of it is no longer needed then. */
    private long timeOfRefused(byte[] bytes, int from, int to) {
        if (mapper == null) {
            return RecordTime.of(bytes, from, to);
        }
        long time = RecordTime.of(mapper.bytes(), mapper.from(), mapper.to());
        mapper.undo();
        return time;
    }

    /** Judges what a map made of the line {@code bytes[from, to)}. */
    private List<Violation> judgeMapped(LineMapper map, byte[] bytes, int from, int to) {
        if (map.to() - map.from() > maxLineBytes) {
            return tooLong;
        }
        judge.original(bytes, from, to);
        if (judge.takePlain(map.bytes(), map.from(), map.to()) == map.to()) {
            map.count();
            return List.of();
        }
        List<Violation> violations = judge.judge(map.bytes(), map.from(), map.to());
        if (!violations.isEmpty() && violations.get(0).keyword().equals(Violation.JSON)) {
            // What is wrong is told of the line as it was logged.
            map.giveUp(bytes, from, to);
            violations = judge.judge(map.bytes(), map.from(), map.to());
        }
        map.count();
        return map.inRawTerms(violations);
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

    /** The buffer in which the records of the chunk stand: the chunk itself, or what a map made of it. */
    public byte[] text(Chunk chunk) {
        return mapper == null ? chunk.bytes : mapper.bytes();
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
