package io.github.recsyseval.pseudonym;

import io.github.recsyseval.event.StrictJson;
import io.github.recsyseval.event.Utf8;
import io.github.recsyseval.pseudonym.FieldTree.Node;
import io.github.recsyseval.schema.JsonLine;
import io.github.recsyseval.schema.Violation;
import io.github.recsyseval.source.LineJudge;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/**
 * Replaces the values of fields in the lines of a chunk by pseudonyms and keeps every other byte. A line in which that cannot be done
 * with certainty is refused as a whole: not one JSON object, without a required field, or with a value that is no id.
 */
final class LineRewriter implements LineJudge {
    private final FieldTree fields;
    private final Pseudonym pseudonym;
    private final FieldCounts counts;
    private final FieldCounts ofLine;
    private final OutputBuffer out = new OutputBuffer();
    private byte[] line = new byte[0];
    private int limit;
    private int lineFrom;
    private int lineTo;
    private int copied;

    LineRewriter(FieldTree fields, Pseudonym pseudonym) {
        this.fields = fields;
        this.pseudonym = pseudonym;
        counts = new FieldCounts(fields.size());
        ofLine = new FieldCounts(fields.size());
    }

    /** @param limit where the lines of the next chunk end */
    void expect(int limit) {
        this.limit = limit;
    }

    /** The rewritten lines of the chunk, each with its line end. */
    OutputBuffer output() {
        return out;
    }

    FieldCounts counts() {
        return counts;
    }

    @Override
    public void begin() {
        out.clear();
    }

    @Override
    public List<Violation> judge(byte[] bytes, int from, int to) {
        int start = out.length();
        List<Violation> violations = rewrite(bytes, from, to);
        if (violations.isEmpty()) {
            counts.add(ofLine);
        } else {
            out.cut(start);
        }
        return violations;
    }

    private List<Violation> rewrite(byte[] bytes, int from, int to) {
        line = bytes;
        lineFrom = from;
        lineTo = to;
        copied = from;
        ofLine.clear();
        if (!Utf8.isValid(bytes, from, to)) {
            return List.of(JsonLine.defect(bytes, from, to));
        }
        try (JsonParser parser = StrictJson.parser(bytes, from, to)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                parser.skipChildren();
                return List.of(
                        parser.nextToken() == null
                                ? Violation.ofLine("object", "is not a JSON object")
                                : JsonLine.defect(bytes, from, to));
            }
            object(parser, fields.root());
            if (parser.nextToken() != null) {
                return List.of(JsonLine.defect(bytes, from, to));
            }
        } catch (JacksonException malformed) {
            return List.of(JsonLine.defect(bytes, from, to));
        } catch (RefusedLineException refused) {
            return List.of(refused.violation());
        }
        out.add(bytes, copied, lineEnd(to));
        return List.of();
    }

    /** Behind the carriage return and the newline that follow the record, as far as they are there. */
    private int lineEnd(int to) {
        int end = to;
        if (end < limit && line[end] == '\r') {
            end++;
        }
        return end < limit && line[end] == '\n' ? end + 1 : end;
    }

    /** Goes through an object, whose beginning has been read. */
    private void object(JsonParser parser, Node node) throws RefusedLineException {
        boolean[] met = new boolean[node.children.size()];
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            Node child = node.child(parser.currentName());
            JsonToken token = parser.nextToken();
            if (child == null) {
                parser.skipChildren();
            } else if (token != JsonToken.VALUE_NULL) {
                met[child.place] = true;
                value(parser, token, child);
            }
        }
        for (Node child : node.children) {
            if (!met[child.place]) {
                absent(child);
            }
        }
    }

    private void value(JsonParser parser, JsonToken token, Node node) throws RefusedLineException {
        if (token == JsonToken.START_ARRAY) {
            JsonToken entry = parser.nextToken();
            while (entry != JsonToken.END_ARRAY) {
                if (entry != JsonToken.VALUE_NULL) {
                    value(parser, entry, node);
                }
                entry = parser.nextToken();
            }
        } else if (node.isField()) {
            replace(parser, token, node.field);
        } else if (token == JsonToken.START_OBJECT) {
            object(parser, node);
        } else {
            throw new RefusedLineException(anyField(node), "is inside a value that is not an object");
        }
    }

    /** Nothing stands where the field should, or null does. */
    private void absent(Node node) throws RefusedLineException {
        if (!node.isField()) {
            for (Node child : node.children) {
                absent(child);
            }
            return;
        }
        FieldPath field = fields.field(node.field);
        if (!field.optional()) {
            if (counts.names().isEmpty()) {
                counts.addNames(FieldNames.of(line, lineFrom, lineTo));
            }
            throw new RefusedLineException(field, "is absent or null");
        }
        ofLine.absent[node.field]++;
    }

    private FieldPath anyField(Node node) {
        Node at = node;
        while (!at.isField()) {
            at = at.children.get(0);
        }
        return fields.field(at.field);
    }

    private void replace(JsonParser parser, JsonToken token, int field) throws RefusedLineException {
        switch (token) {
            case VALUE_STRING, VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> {
                int from = lineFrom + (int) parser.currentTokenLocation().getByteOffset();
                String value = parser.getString();
                parser.finishToken();
                int to = lineFrom + (int) parser.currentLocation().getByteOffset();
                out.add(line, copied, from);
                out.add('"');
                out.add(pseudonym.of(value));
                out.add('"');
                copied = to;
                ofLine.replaced[field]++;
                ofLine.alike[field] += Pseudonym.looksLikeOne(value) ? 1 : 0;
            }
            case START_OBJECT ->
                throw new RefusedLineException(
                        fields.field(field), "is an object; name the field in it that holds the id");
            default -> throw new RefusedLineException(fields.field(field), "is neither text nor a number");
        }
    }
}
