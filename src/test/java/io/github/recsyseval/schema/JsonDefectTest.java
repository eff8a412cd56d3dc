package io.github.recsyseval.schema;

import static io.github.recsyseval.schema.Lines.judge;
import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Arrays;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Lines that are not JSON: each is one violation with a reason a person can act on. */
class JsonDefectTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"a\":\"b|ends in the middle of a string; file cut off?",
                "{\"a\":\"b\\|ends in the middle of a string; file cut off?",
                "{\"a|ends in the middle of a property name; file cut off?",
                "{\"a\":1|ends before the object is closed; file cut off?",
                "{\"a\":|ends before the object is closed; file cut off?",
                "{|is the beginning of an object; write each record on one line, as jq -c . does",
                "[|is the beginning of an array; are these the elements of an array? jq -c '.[]' writes a line for each",
                "\"a\": 1,|is a part of an object; write each record on one line, as jq -c . does",
                "{\"a\":1},|goes on after the end of the record, at byte 8, with a comma; are these the elements of an array? jq -c '.[]' writes a line for each",
                "r1,u1,2026-11-20T10:00:00Z|not JSON at byte 1: a record starts with {; this looks like a table (CSV)",
                "INFO shown {\"a\":1}|not JSON at byte 1: a record starts with {; remove what precedes it",
                "[1,|ends before the array is closed; file cut off?",
                "{\"a\":tr|ends in the middle of a word; file cut off?",
                "{\"a\":1e|ends before the object is closed; file cut off?",
                "{\"a\":-1.|ends in the middle of a number; file cut off?",
                "{\"a\":1}{\"a\":2}|holds a second record from byte 8 on; a newline is missing",
                "{\"a\":1}\r{\"a\":2}\r|holds a second record from byte 9 on; lines end in CR alone; tr '\\r' '\\n' fixes that",
                "{\"a\":1} x|goes on after the end of the record, at byte 9",
                "{\"a\":1}]|goes on after the end of the record, at byte 8",
                "{'a':1}|not JSON at byte 2: JSON has double quotes only",
                "{\"a\":'b'}|not JSON at byte 6: JSON has double quotes only",
                "<html>|not JSON at byte 1: this looks like HTML or XML",
                "// x|not JSON at byte 1: JSON has no comments",
                "{\"a\":1,}|not JSON at byte 8: a comma before a closing bracket",
                "[1, ]|not JSON at byte 5: a comma before a closing bracket",
                "]|not JSON at byte 1: a bracket that closes nothing",
                "{\"a\":NaN}|not JSON at byte 6: JSON has no NaN or infinity; leave the property out",
                "{\"a\":-Infinity}|not JSON at byte 6: JSON has no NaN or infinity; leave the property out",
                "{\"a\":None}|not JSON at byte 6: JSON writes true, false and null in lower case",
                "{a:1}|not JSON at byte 2: property names need double quotes",
                "{\"a\":01}|not JSON at byte 6: a number in a form that JSON does not have",
                "{\"a\":+1}|not JSON at byte 6: a number in a form that JSON does not have",
                "{\"a\":\"\\x\"}|not JSON at byte 8: no such escape; valid after a backslash: \" \\ / b f n r t u",
                "{\"a\":\"\tx\"}|not JSON at byte 7: control characters must be escaped",
                "{\"a\" 1}|not JSON at byte 6: a colon is missing",
                "{\"a\":1 \"b\":2}|not JSON at byte 8: a comma is missing",
                "[1 2]|not JSON at byte 4: a comma is missing",
                "hello|not JSON at byte 1: a record starts with {",
                "2026-11-20 INFO started|not JSON at byte 5: a record starts with {",
                "{\"password\":hunter2}|not JSON at byte 13: unexpected character",
            })
    void saysWhyWithoutQuotingTheLine(String line, String why) {
        assertThat(Lines.violations("outcome.v1", line)).containsExactly(" json: " + why);
    }

    /** A record that is still being written: whatever of it is there, more of it is to come. */
    @Test
    void everyBeginningOfARecordIsCutOff() {
        byte[] line =
                "{\"a\":[-1.5e-7,true,null,\"gr\u00fcn \u20ac \ud83d\ude00 \\u00e4\\n\"],\"b\":{}}".getBytes(UTF_8);
        for (int length = 1; length < line.length; length++) {
            Violation why = violation(Arrays.copyOf(line, length));
            assertThat(why.isCutOff()).as("%d bytes: %s", length, why).isTrue();
        }
    }

    /** To leave these out as unfinished would hide that they are wrong. */
    @ParameterizedTest
    @ValueSource(
            strings = {"{\"a\":1}{\"a\":2}", "x", "{\"a\":1},", "\0\0", "{\"a\":1}\r{\"a\":", "]", "\u00fc\ufffe{"})
    void whatIsWrongAsFarAsItGoesIsNotCutOff(String line) {
        assertThat(violation(line.getBytes(UTF_8)).isCutOff()).isFalse();
    }

    @Test
    void findsTheByteThatIsNotUtf8() {
        byte[] line = "{\"a\":\"gr\u00fcn\"}".getBytes(UTF_8);
        line[8] = (byte) 0xFC;
        assertThat(reason(line)).isEqualTo("not UTF-8 at byte 9");
    }

    @Test
    void recognisesOtherEncodings() {
        assertThat(reason("{}".getBytes(UTF_16))).isEqualTo("not UTF-8 at byte 1; this looks like UTF-16");
        assertThat(reason(new byte[] {0x1F, (byte) 0x8B, 8, 0})).isEqualTo("not UTF-8 at byte 2; this looks like gzip");
        assertThat(reason("\uFEFF{}".getBytes(UTF_8)))
                .isEqualTo("starts with a byte order mark, which is allowed at the start of a file only");
        assertThat(reason(new byte[] {0, '{', 0, '}'}))
                .isEqualTo("not JSON at byte 1: zero bytes; this looks like UTF-16, or like a hole in the file");
        assertThat(reason(new byte[] {(byte) 0xFF, (byte) 0xFE, 0, 0, '{', 0, 0, 0}))
                .isEqualTo("not UTF-8 at byte 1; this looks like UTF-32");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\t\r"})
    void refusesBlankLines(String line) {
        assertThat(reason(line.getBytes(UTF_8))).isEqualTo("is blank: there is no JSON value");
    }

    @ParameterizedTest
    @ValueSource(strings = {"[", "{\"\":", "[{\"\":"})
    void refusesDeepNestingQuickly(String opening) {
        byte[] line = opening.repeat(100_000).getBytes(UTF_8);
        Assertions.assertTimeoutPreemptively(
                Duration.ofSeconds(10), () -> assertThat(reason(line)).isEqualTo("nested deeper than 500 levels"));
    }

    @Test
    void readsFiveHundredLevels() {
        String line = "[".repeat(500) + "]".repeat(500);
        assertThat(Lines.violations("outcome.v1", line)).containsExactly(" type: is an array, must be an object");
    }

    private static String reason(byte[] line) {
        return violation(line).message();
    }

    private static Violation violation(byte[] line) {
        Verdict verdict = judge(SchemaCatalog.load("outcome.v1").newValidator(), line);
        assertThat(verdict.violations()).hasSize(1);
        assertThat(verdict.violations().get(0).keyword()).isEqualTo(Violation.JSON);
        return verdict.violations().get(0);
    }
}
