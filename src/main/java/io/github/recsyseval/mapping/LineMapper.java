package io.github.recsyseval.mapping;

import io.github.recsyseval.event.Utf8;
import io.github.recsyseval.schema.Violation;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Rewrites lines as their contract wants them, before anything else looks at them. A line that is no JSON object stays as it is, so
 * that whoever judges it says so. Rewritten lines wait in one buffer until {@link #begin}. One instance serves one thread.
 */
public final class LineMapper {
    private final FieldPlan plan;
    private final FieldScan scan;
    private final @Nullable ContextWriter context;
    private final @Nullable ItemsWriter items;
    private final MapTally tally;
    private final ValueWriter[] fields;
    private final LineBuffer out = new LineBuffer();

    private byte[] line = new byte[0];
    private int start;
    private boolean rewritten;

    LineMapper(RecordMap map) {
        plan = new FieldPlan(map);
        scan = plan.scan();
        context = plan.context();
        items = plan.items();
        fields = plan.fields().toArray(ValueWriter[]::new);
        tally = new MapTally(map, plan);
    }

    /** Called before the first line of each chunk: earlier lines are no longer needed. */
    public void begin() {
        out.cutTo(0);
    }

    /** Rewrites {@code bytes[from, to)}, which holds no newline; false when the map leaves the record out. */
    public boolean map(byte[] bytes, int from, int to) {
        line = bytes;
        start = out.length();
        plan.clear();
        int open = JsonCursor.blanks(bytes, from, to);
        rewritten = open < to && bytes[open] == '{' && Utf8.isValid(bytes, from, to);
        int behind = rewritten ? scan.scan(bytes, open, to, 0) : JsonCursor.NO;
        rewritten = behind != JsonCursor.NO && JsonCursor.blanks(bytes, behind, to) == to;
        if (!rewritten) {
            out.add(bytes, from, to);
            return true;
        }
        if (write()) {
            return true;
        }
        rewritten = JsonCursor.value(bytes, open, to, 0) == behind;
        out.cutTo(start);
        if (!rewritten) {
            out.add(bytes, from, to);
            return true;
        }
        tally.count(scan, false);
        return false;
    }

    /** Counts the line rewritten last, which turned out to be JSON. */
    public void count() {
        if (rewritten) {
            tally.count(scan, true);
        }
    }

    /** Puts the logged line in the place of what was made of it, because it is no JSON after all. */
    public void giveUp(byte[] bytes, int from, int to) {
        rewritten = false;
        out.cutTo(start);
        out.add(bytes, from, to);
    }

    /** Writes the record; false when the map leaves it out, or when it turns out to be no JSON. */
    private boolean write() {
        out.add('{');
        boolean first = true;
        for (ValueWriter field : fields) {
            int source = field.choose(scan, line);
            boolean isContext = context != null && field == context.whole();
            if (!isContext && !field.hasValue()) {
                continue;
            }
            int before = out.length();
            if (!first) {
                out.add(',');
            }
            if (items != null && field == plan.list() && source != ValueWriter.NO_SOURCE) {
                out.add(field.name());
                if (!items.write(line, scan.from(field.slots()[source]), scan.to(field.slots()[source]), out)) {
                    return false;
                }
                first = false;
                continue;
            }
            ValueWriter.Written written =
                    isContext && context != null ? context.write(scan, line, out) : field.write(scan, line, out);
            if (written == ValueWriter.Written.IGNORED) {
                return false;
            }
            if (written == ValueWriter.Written.NOTHING) {
                out.cutTo(before);
            } else {
                first = false;
            }
        }
        scan.copyExtras(out, first);
        out.add('}');
        return true;
    }

    /** The buffer in which rewritten lines stand; another one when it had to grow. */
    public byte[] bytes() {
        return out.bytes();
    }

    /** Where the line rewritten last begins. */
    public int from() {
        return start;
    }

    /** Where the line rewritten last ends. */
    public int to() {
        return out.length();
    }

    /** Takes the line rewritten last out of the buffer. */
    public void undo() {
        out.cutTo(start);
    }

    /** The violations of the line rewritten last, told of the fields from which its values were taken. */
    public List<Violation> inRawTerms(List<Violation> violations) {
        if (!rewritten) {
            return violations;
        }
        RawPlaces places = new RawPlaces(plan, line);
        List<Violation> raw = new ArrayList<>();
        violations.forEach(violation -> raw.add(places.of(violation)));
        return raw;
    }

    /** What was done so far. */
    public MapTally tally() {
        return tally;
    }
}
