package io.github.recsyseval.text;

import tools.jackson.core.JsonGenerator;
import tools.jackson.core.PrettyPrinter;

/**
 * JSON for people: a field a line, two blanks a level, {@code \n} on every system; what arrays hold stays on its line. Just what
 * Jackson's own printer writes, whose set-up links code at run time. One instance serves one document.
 */
final class IndentedJson implements PrettyPrinter {
    private static final String INDENT = "  ";

    private int level;

    @Override
    public void writeStartObject(JsonGenerator out) {
        out.writeRaw('{');
        level++;
    }

    @Override
    public void beforeObjectEntries(JsonGenerator out) {
        newLine(out);
    }

    @Override
    public void writeObjectNameValueSeparator(JsonGenerator out) {
        out.writeRaw(" : ");
    }

    @Override
    public void writeObjectEntrySeparator(JsonGenerator out) {
        out.writeRaw(',');
        newLine(out);
    }

    @Override
    public void writeEndObject(JsonGenerator out, int entries) {
        level--;
        if (entries > 0) {
            newLine(out);
        } else {
            out.writeRaw(' ');
        }
        out.writeRaw('}');
    }

    @Override
    public void writeStartArray(JsonGenerator out) {
        out.writeRaw('[');
    }

    @Override
    public void beforeArrayValues(JsonGenerator out) {
        out.writeRaw(' ');
    }

    @Override
    public void writeArrayValueSeparator(JsonGenerator out) {
        out.writeRaw(", ");
    }

    @Override
    public void writeEndArray(JsonGenerator out, int values) {
        out.writeRaw(" ]");
    }

    @Override
    public void writeRootValueSeparator(JsonGenerator out) {
        out.writeRaw('\n');
    }

    private void newLine(JsonGenerator out) {
        out.writeRaw('\n');
        for (int i = 0; i < level; i++) {
            out.writeRaw(INDENT);
        }
    }
}
