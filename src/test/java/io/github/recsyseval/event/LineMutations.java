package io.github.recsyseval.event;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

/** Makes lines that are nearly, but often not quite, what a contract wants. The same seed gives the same lines. */
public final class LineMutations {
    /** What breaks readers: near misses of JSON, of numbers, of date-times and of UTF-8. */
    private static final List<byte[]> PIECES = List.of(
                    "\"",
                    "\\",
                    "\\u0041",
                    "\\n",
                    "\\\"",
                    "{",
                    "}",
                    "[",
                    "]",
                    ",",
                    ":",
                    " ",
                    "\t",
                    "\r",
                    "\u0000",
                    "\u0001",
                    "\u007f",
                    "0",
                    "00",
                    "-",
                    "-0",
                    "-0.0",
                    ".",
                    "1.",
                    ".5",
                    "0.1",
                    "1e5",
                    "1E400",
                    "1e-400",
                    "9007199254740993",
                    "123456789012345",
                    "1234567890123456",
                    "0.123456789012345",
                    "2147483648",
                    "999999999",
                    "1000000000",
                    "1.0",
                    "true",
                    "false",
                    "null",
                    "nul",
                    "truefalse",
                    "ä",
                    "€",
                    "😀",
                    "\"a\":1,",
                    "\"rank\":1,",
                    "\"rank\":2",
                    "\"ts\":\"2026-01-01T00:00:00Z\",",
                    "\"item_id\":\"x\",",
                    "\"score\":0.5,",
                    "\"score\":-1e-3,",
                    "\"tags\":[1],",
                    "\"tags\":{},",
                    "\"propensity\":0.25,",
                    "\"propensity\":-1,",
                    "\"context\":{},",
                    "\"error\":true,",
                    "\"latency_ms\":3,",
                    "\"user_id\":\"\",",
                    "\"request_id\":\"r\",",
                    "\"value\":-3.5,",
                    "\"items\":[],",
                    "\"surface\":\"x\",",
                    "\"variant\":\"B\",",
                    "\"event_type\":\"click\",",
                    "Z",
                    "z",
                    "t",
                    "+00:00",
                    "-00:00",
                    "24:00",
                    ":60",
                    ".123456789",
                    ".1234567890123",
                    "2026-02-29",
                    "\"\"")
            .stream()
            .map(piece -> piece.getBytes(UTF_8))
            .toList();

    private static final byte[][] BROKEN_UTF8 = {
        {(byte) 0xc3}, {(byte) 0x80}, {(byte) 0xc0, (byte) 0xaf}, {(byte) 0xed, (byte) 0xa0, (byte) 0x80}, {(byte) 0xff}
    };

    private final SplittableRandom random;

    public LineMutations(long seed) {
        random = new SplittableRandom(seed);
    }

    /** A line with up to three changes; one in eight stays as it is. */
    public byte[] mutate(byte[] line) {
        byte[] mutated = line;
        for (int changes = random.nextInt(8) == 0 ? 0 : 1 + random.nextInt(3); changes > 0; changes--) {
            mutated = change(mutated);
        }
        return mutated;
    }

    private byte[] change(byte[] line) {
        int at = random.nextInt(line.length + 1);
        int length = Math.min(line.length - at, 1 + random.nextInt(random.nextInt(4) == 0 ? 30 : 3));
        return switch (random.nextInt(7)) {
            case 0 -> replace(line, at, 0, piece());
            case 1 -> replace(line, at, length, piece());
            case 2 -> replace(line, at, length, new byte[0]);
            case 3 -> replace(line, at, Math.min(1, line.length - at), new byte[] {(byte) random.nextInt(256)});
            case 4 -> replace(line, structure(line, at), 0, piece());
            case 5 -> replace(line, structure(line, at), 0, Arrays.copyOfRange(line, at, at + length));
            default -> replace(line, at, 0, BROKEN_UTF8[random.nextInt(BROKEN_UTF8.length)]);
        };
    }

    private byte[] piece() {
        return PIECES.get(random.nextInt(PIECES.size()));
    }

    /** A place before or after the next character that separates things, where changes are most likely to matter. */
    private int structure(byte[] line, int from) {
        for (int i = from; i < line.length; i++) {
            if ("{}[],:\"".indexOf(line[i]) >= 0) {
                return i + random.nextInt(2);
            }
        }
        return from;
    }

    private static byte[] replace(byte[] line, int at, int length, byte[] by) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(line, 0, at);
        out.writeBytes(by);
        out.write(line, at + length, line.length - at - length);
        byte[] result = out.toByteArray();
        for (int i = 0; i < result.length; i++) {
            // Lines hold no newlines.
            result[i] = result[i] == '\n' ? (byte) ' ' : result[i];
        }
        return result;
    }
}
