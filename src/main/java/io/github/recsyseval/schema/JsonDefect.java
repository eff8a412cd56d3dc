package io.github.recsyseval.schema;

import io.github.recsyseval.event.StrictJson;
import io.github.recsyseval.event.Utf8;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.exc.UnexpectedEndOfInputException;

/**
 * Says why a line is not JSON, without quoting it. Bytes of the line are counted from 1, as editors count columns.
 *
 * <p>The parser's own messages quote the data, so only the place and kind of its exceptions are used.
 */
final class JsonDefect {
    private static final String CUT_OFF = "; file cut off?";

    private final byte[] line;
    private final int from;
    private final int to;

    JsonDefect(byte[] line, int from, int to) {
        this.line = line;
        this.from = from;
        this.to = to;
    }

    /** What is wrong with the bytes before any parsing; null when nothing is. */
    @Nullable String ofEncoding() {
        int invalid = Utf8.firstInvalid(line, from, to);
        if (invalid >= 0) {
            return "not UTF-8 at byte " + column(invalid) + lookAlike();
        }
        if (startsWith("\uFEFF")) {
            return "starts with a byte order mark, which may stand at the start of a file only";
        }
        int end = skipBlanks(from);
        return end == to ? "is blank: there is no JSON value" : null;
    }

    /** What the parser stumbled over. */
    String of(JsonParser parser, JacksonException problem) {
        if (problem instanceof StreamConstraintsException) {
            return "nested deeper than " + StrictJson.MAX_DEPTH + " levels";
        }
        long offset = problem.getLocation() == null ? -1 : problem.getLocation().getByteOffset();
        int at = offset < 0 ? from : (int) Math.min(to, from + offset);
        if (problem instanceof UnexpectedEndOfInputException end) {
            return ofEnd(parser, end.getTokenBeingDecoded());
        }
        if (at >= to) {
            return ofEnd(parser, null);
        }
        if (isCutWord(at)) {
            return "ends in the middle of a word" + CUT_OFF;
        }
        return "not JSON at byte " + column(at) + ": " + reason(parser, at);
    }

    /** That something follows the record, which ends before the given place. */
    String ofRest(int end) {
        int at = skipBlanks(end);
        boolean another = at < to && (line[at] == '{' || line[at] == '[');
        return another
                ? "holds a second record from byte " + column(at) + " on; a newline is missing"
                : "goes on after the end of the record, at byte " + column(at);
    }

    private String ofEnd(JsonParser parser, @Nullable JsonToken unfinished) {
        if (unfinished == JsonToken.VALUE_STRING) {
            return "ends in the middle of a string" + CUT_OFF;
        }
        if (unfinished == JsonToken.PROPERTY_NAME) {
            return "ends in the middle of a property name" + CUT_OFF;
        }
        if (parser.streamReadContext().inObject()) {
            return "ends before the object is closed" + CUT_OFF;
        }
        if (parser.streamReadContext().inArray()) {
            return "ends before the array is closed" + CUT_OFF;
        }
        return "ends in the middle of a value" + CUT_OFF;
    }

    private String reason(JsonParser parser, int at) {
        int culprit = line[at] & 0xFF;
        if (culprit < ' ') {
            return "control characters must be escaped";
        }
        if (at > from && line[at - 1] == '\\') {
            return "no such escape; after a backslash may stand \" \\ / b f n r t u";
        }
        return switch (culprit) {
            case '\'' -> "JSON has double quotes only";
            case '<' -> "this looks like HTML or XML";
            case '/', '#' -> "JSON has no comments";
            case '}', ']' ->
                lastBefore(at) == ',' ? "a comma before a closing bracket" : "a bracket that closes nothing";
            case ',' -> "a comma where a value should stand";
            default -> ofText(parser, at);
        };
    }

    private String ofText(JsonParser parser, int at) {
        // The parser stops behind some words and before others.
        int start = at;
        while (start > from && isWordPart(line[start - 1])) {
            start--;
        }
        String word = wordAt(start);
        switch (word) {
            case "NaN", "Infinity", "Inf" -> {
                return "JSON has no NaN or infinity; leave the property out";
            }
            case "True", "False", "None", "undefined", "nil", "NULL", "TRUE", "FALSE" -> {
                return "JSON has true, false and null in small letters only";
            }
            default -> {
                byte first = line[start];
                if (first == '-' || first == '+' || first == '.' || (first >= '0' && first <= '9')) {
                    return "a number in a form that JSON does not have";
                }
                boolean name =
                        parser.streamReadContext().inObject() && parser.currentToken() != JsonToken.PROPERTY_NAME;
                return name && !word.isEmpty() ? "property names need double quotes" : "unexpected character";
            }
        }
    }

    /** Whether the line ends in the middle of true, false or null, which begins or ends at the given place. */
    private boolean isCutWord(int at) {
        int start = at;
        while (start > from && isWordPart(line[start - 1])) {
            start--;
        }
        String word = wordAt(start);
        return !word.isEmpty()
                && start + word.length() == to
                && ("true".startsWith(word) || "false".startsWith(word) || "null".startsWith(word));
    }

    private String wordAt(int start) {
        int end = start;
        while (end < to && isWordPart(line[end])) {
            end++;
        }
        return new String(line, start, end - start, StandardCharsets.US_ASCII);
    }

    private static boolean isWordPart(byte b) {
        return (b >= 'a' && b <= 'z')
                || (b >= 'A' && b <= 'Z')
                || (b >= '0' && b <= '9')
                || b == '_'
                || b == '.'
                || b == '-'
                || b == '+';
    }

    private byte lastBefore(int at) {
        int before = at - 1;
        while (before > from && isBlank(line[before])) {
            before--;
        }
        return before < from ? 0 : line[before];
    }

    private String lookAlike() {
        int first = line[from] & 0xFF;
        int second = from + 1 < to ? line[from + 1] & 0xFF : 0;
        if ((first == 0xFF && second == 0xFE) || (first == 0xFE && second == 0xFF)) {
            return "; this looks like UTF-16";
        }
        return first == 0x1F && second == 0x8B ? "; this looks like gzip" : "";
    }

    private boolean startsWith(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        return to - from >= bytes.length
                && java.util.Arrays.equals(line, from, from + bytes.length, bytes, 0, bytes.length);
    }

    private int skipBlanks(int start) {
        int at = start;
        while (at < to && isBlank(line[at])) {
            at++;
        }
        return at;
    }

    private static boolean isBlank(byte b) {
        return b == ' ' || b == '\t' || b == '\r' || b == '\n';
    }

    private int column(int at) {
        return at - from + 1;
    }
}
