package io.github.recsyseval.schema;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.List;

/** Judging lines in tests. The line stands in the middle of a longer array, as it does in a chunk of a file. */
final class Lines {
    private Lines() {}

    static Verdict judge(String schema, String line) {
        return judge(SchemaCatalog.load(schema).newValidator(), line.getBytes(UTF_8));
    }

    static Verdict judge(SchemaValidator validator, byte[] line) {
        byte[] chunk = new byte[line.length + 4];
        chunk[0] = '{';
        chunk[1] = '\n';
        System.arraycopy(line, 0, chunk, 2, line.length);
        chunk[line.length + 2] = '\n';
        chunk[line.length + 3] = '}';
        return validator.judge(chunk, 2, 2 + line.length);
    }

    /** Each violation as {@code pointer keyword: message}. */
    static List<String> violations(String schema, String line) {
        return judge(schema, line).violations().stream().map(Lines::show).toList();
    }

    static String show(Violation violation) {
        return violation.pointer() + " " + violation.keyword() + ": " + violation.message();
    }
}
