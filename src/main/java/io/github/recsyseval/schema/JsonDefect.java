package io.github.recsyseval.schema;

import io.github.recsyseval.event.StrictJson;
import io.github.recsyseval.event.Utf8;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.exc.UnexpectedEndOfInputException;

/**
 * Says why a line is not JSON, without quoting it. Bytes of the line are counted from 1, as editors count columns.
 *
 * <p>The parser's own messages quote the data, so only the place and kind of its exceptions are used.
 */
final class JsonDefect {
    /** Ends what is said of a line with more to come. */
    static final String CUT_OFF = "; file cut off?";

    /** Begins what is said of a line that holds the first bracket of something larger and nothing else. */
    static final String BEGINNING = "is the beginning of ";

    private static final String ONE_LINE = "; write each record on one line, as jq -c . does";
    private static final String ARRAY = "; are these the elements of an array? jq -c '.[]' writes a line for each";
    private static final Pattern BEGINNING_OF_NUMBER =
            Pattern.compile("-?(0|[1-9][0-9]*)[.]|-?(0|[1-9][0-9]*)([.][0-9]+)?[eE][-+]?|-");
    private static final String NUMBER = "a number in a form that JSON does not have";

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
            String words = "not UTF-8 at byte " + column(invalid);
            return words + (Utf8.isBeginning(line, invalid, to) ? CUT_OFF : lookAlike());
        }
        if (startsWith("\uFEFF")) {
            return "starts with a byte order mark, which is allowed at the start of a file only";
        }
        int end = skipBlanks(from);
        return end == to ? "is blank: there is no JSON value" : null;
    }

    /** What the parser stumbled over. */
    String of(JsonParser parser, JacksonException problem) {
        if (problem instanceof StreamConstraintsException) {
            return "nested deeper than " + StrictJson.MAX_DEPTH + " levels";
        }
        long offset = problem.getLocation() == null ? 0 : problem.getLocation().getByteOffset();
        int at = (int) Math.max(from, Math.min(to, from + offset));
        if (problem instanceof UnexpectedEndOfInputException || at >= to) {
            String opening = ofOpening();
            return opening == null ? ofEnd(parser) + CUT_OFF : opening;
        }
        int start = startOfWord(at);
        String word = wordAt(start);
        if (start + word.length() == to && isBeginningOfLiteral(word)) {
            return "ends in the middle of a word" + CUT_OFF;
        }
        if (start + word.length() == to && BEGINNING_OF_NUMBER.matcher(word).matches()) {
            return "ends in the middle of a number" + CUT_OFF;
        }
        String ofWord = ofWord(word);
        String reason = ofWord != null ? ofWord : ofByte(problem, at);
        boolean wholeWord = ofWord != null || reason.equals(NUMBER);
        return "not JSON at byte " + column(wholeWord ? start : at) + ": " + reason;
    }

    /** That something follows the record, which ends before the given place. */
    String ofRest(int end) {
        int at = skipBlanks(end);
        boolean another = at < to && (line[at] == '{' || line[at] == '[');
        if (another && lastBefore(at) != line[at - 1] && line[at - 1] == '\r') {
            return "holds a second record from byte " + column(at)
                    + " on; lines end in CR alone; tr '\\r' '\\n' fixes that";
        }
        if (another) {
            return "holds a second record from byte " + column(at) + " on; a newline is missing";
        }
        if (line[skipBlanks(from)] == '"' && at < to && line[at] == ':') {
            return "is a part of an object" + ONE_LINE;
        }
        String goesOn = "goes on after the end of the record, at byte " + column(at);
        return at < to && line[at] == ',' && skipBlanks(at + 1) == to ? goesOn + ", with a comma" + ARRAY : goesOn;
    }

    /** What a line is that holds the first bracket of something larger and nothing else; null when it is another one. */
    private @Nullable String ofOpening() {
        int at = skipBlanks(from);
        if (skipBlanks(at + 1) < to) {
            return null;
        }
        return switch (line[at]) {
            case '{' -> BEGINNING + "an object" + ONE_LINE;
            case '[' -> BEGINNING + "an array" + ARRAY;
            default -> null;
        };
    }

    private String ofEnd(JsonParser parser) {
        int open = openQuote();
        if (open >= 0) {
            byte before = lastBefore(open);
            boolean name = parser.streamReadContext().inObject() && (before == '{' || before == ',');
            return name ? "ends in the middle of a property name" : "ends in the middle of a string";
        }
        if (parser.streamReadContext().inObject()) {
            return "ends before the object is closed";
        }
        return parser.streamReadContext().inArray()
                ? "ends before the array is closed"
                : "ends in the middle of a value";
    }

    /** Where the string starts in which the line ends, or -1. */
    private int openQuote() {
        int open = -1;
        for (int at = from; at < to; at++) {
            if (open >= 0 && line[at] == '\\') {
                at++;
            } else if (line[at] == '"') {
                open = open < 0 ? at : -1;
            }
        }
        return open;
    }

    private static @Nullable String ofWord(String word) {
        String unsigned = word.startsWith("-") || word.startsWith("+") ? word.substring(1) : word;
        return switch (unsigned) {
            case "NaN", "Infinity", "Inf" -> "JSON has no NaN or infinity; leave the property out";
            case "True", "False", "None", "undefined", "nil", "NULL", "TRUE", "FALSE" ->
                "JSON writes true, false and null in lower case";
            default -> null;
        };
    }

    private String ofByte(JacksonException problem, int at) {
        byte culprit = line[at];
        byte before = lastBefore(at);
        String expected = problem.getOriginalMessage();
        if (culprit == 0) {
            return "zero bytes; this looks like UTF-16, or like a hole in the file";
        }
        if (culprit > 0 && culprit < ' ') {
            return "control characters must be escaped";
        }
        if (at > from && line[at - 1] == '\\') {
            return "no such escape; valid after a backslash: \" \\ / b f n r t u";
        }
        if (culprit == '\'') {
            return "JSON has double quotes only";
        }
        if (culprit == '<') {
            return "this looks like HTML or XML";
        }
        if (culprit == '/' || culprit == '#') {
            return "JSON has no comments";
        }
        if (culprit == '}' || culprit == ']') {
            return before == ',' ? "a comma before a closing bracket" : "a bracket that closes nothing";
        }
        if (line[skipBlanks(from)] != '{' && line[skipBlanks(from)] != '[') {
            return "a record starts with {" + before();
        }
        if (expected.contains("expecting a colon")) {
            return "a colon is missing";
        }
        if (expected.contains("expecting comma")) {
            return "a comma is missing";
        }
        if (expected.contains("to start property name")) {
            return "property names need double quotes";
        }
        return expected.contains("umeric value") || isNumberPart(culprit) ? NUMBER : "unexpected character";
    }

    /** What stands before a record that begins within the line, or in a line that holds none. */
    private String before() {
        int commas = 0;
        for (int i = from; i < to; i++) {
            if (i + 1 < to && line[i] == '{' && line[i + 1] == '"') {
                return "; remove what precedes it";
            }
            commas += line[i] == ',' || line[i] == '\t' || line[i] == ';' ? 1 : 0;
        }
        return commas < 2 ? "" : "; this looks like a table (CSV)";
    }

    private static boolean isBeginningOfLiteral(String word) {
        return !word.isEmpty() && ("true".startsWith(word) || "false".startsWith(word) || "null".startsWith(word));
    }

    /** Where the word starts in which the given place lies, or which ends just before it. */
    private int startOfWord(int at) {
        int start = at;
        while (start > from && isWordPart(line[start - 1])) {
            start--;
        }
        return start;
    }

    private String wordAt(int start) {
        int end = start;
        while (end < to && isWordPart(line[end])) {
            end++;
        }
        return new String(line, start, end - start, StandardCharsets.US_ASCII);
    }

    private static boolean isWordPart(byte b) {
        return (b >= 'a' && b <= 'z') || (b >= 'A' && b <= 'Z') || b == '_' || isNumberPart(b);
    }

    private static boolean isNumberPart(byte b) {
        return (b >= '0' && b <= '9') || b == '.' || b == '-' || b == '+';
    }

    private byte lastBefore(int at) {
        int before = at - 1;
        while (before >= from && isBlank(line[before])) {
            before--;
        }
        return before < from ? 0 : line[before];
    }

    private String lookAlike() {
        int first = line[from] & 0xFF;
        int second = from + 1 < to ? line[from + 1] & 0xFF : 0;
        if ((first == 0xFF && second == 0xFE) || (first == 0xFE && second == 0xFF)) {
            boolean wide = first == 0xFF && from + 3 < to && line[from + 2] == 0 && line[from + 3] == 0;
            return wide ? "; this looks like UTF-32" : "; this looks like UTF-16";
        }
        return first == 0x1F && second == 0x8B ? "; this looks like gzip" : "";
    }

    private boolean startsWith(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        return to - from >= bytes.length && Arrays.equals(line, from, from + bytes.length, bytes, 0, bytes.length);
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
