package io.github.recsyseval.sample.fault;

import io.github.recsyseval.sample.log.LogRecord;
import io.github.recsyseval.sample.log.Mark;
import io.github.recsyseval.sample.log.Part;
import io.github.recsyseval.sample.world.Die;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Turns a line into bytes, together with the damage that {@link LineFaults} planted. */
public final class LineDamage {
    private static final byte E_ACUTE_IN_LATIN_1 = (byte) 0xE9;
    private static final String USER = "\"user_id\":\"";

    private final Die cut;

    public LineDamage(long seed) {
        cut = new Die(seed, "cut");
    }

    /** Whether the line lacks this field because {@code missing-field} took it. */
    public static boolean lacks(LogRecord line, String field) {
        return line.mark(LineFaults.MISSING_FIELD).isPresent()
                && LineFaults.absentField(line).equals(field);
    }

    /** The bytes of the line without its line end. */
    public byte[] bytes(LogRecord line) {
        Optional<Mark> damage = line.marks().stream()
                .filter(mark -> mark.part() == Part.BYTES || mark.part() == Part.SCHEMA)
                .findFirst();
        return damage.map(mark -> damaged(mark.fault(), line)).orElseGet(() -> utf8(line.json()));
    }

    private byte[] damaged(String fault, LogRecord line) {
        String json = line.json();
        return switch (fault) {
            case LineFaults.BAD_JSON ->
                utf8(json.substring(0, (int) (json.length() * (0.2 + 0.7 * cut.uniform(line.key())))));
            case LineFaults.NOT_UTF8 -> latin1(json);
            case LineFaults.MISSING_FIELD -> utf8(without(LineFaults.absentField(line), json));
            case LineFaults.EXTRA_FIELD -> utf8(json.substring(0, json.length() - 1) + ",\"debug\":true}");
            case LineFaults.BAD_TIMESTAMP ->
                utf8(json.replaceFirst("\"ts\":\"([-0-9]+)T([.:0-9]+)Z\"", "\"ts\":\"$1 $2\""));
            default -> utf8(json); // the damage is in the values already
        };
    }

    /** The line with a byte in its user id that stands for é in ISO 8859-1 and for nothing in UTF-8. */
    private static byte[] latin1(String json) {
        byte[] bytes = utf8(json);
        // all before the first user id is ASCII, so characters are bytes
        bytes[json.indexOf(USER) + USER.length() + 2] = E_ACUTE_IN_LATIN_1;
        return bytes;
    }

    private static String without(String field, String json) {
        return json.replaceFirst("\"" + field + "\":(\"[^\"]*\"|\\[[^\\]]*\\]),", "");
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
