package io.github.recsyseval.sample;

import io.github.recsyseval.schema.SchemaCatalog;
import io.github.recsyseval.schema.SchemaValidator;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A file of lines, read whole: bytes, JSON trees, and the verdict of the schema library. Knows nothing of how samples are made. */
final class PlainLog {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    final List<Line> lines = new ArrayList<>();
    long blank;
    long crlf;
    boolean bom;
    boolean cut;

    /**
     * @param bytes one character for each byte
     * @param text  empty if the bytes are no UTF-8
     * @param node  empty if the line is no JSON
     * @param ms    its time stamp in milliseconds since 1970; empty if it has none
     */
    record Line(
            String bytes,
            Optional<String> text,
            Optional<JsonNode> node,
            OptionalLong ms,
            boolean valid,
            boolean unfinished) {
        JsonNode json() {
            return node.orElseThrow();
        }

        String text(String field) {
            return json().path(field).asString("");
        }
    }

    static PlainLog read(Path file, String schema) throws IOException {
        PlainLog log = new PlainLog();
        SchemaValidator validator = SchemaCatalog.load(schema).newValidator();
        byte[] all = Files.readAllBytes(file);
        int from = 0;
        if (all.length >= 3 && all[0] == (byte) 0xEF && all[1] == (byte) 0xBB && all[2] == (byte) 0xBF) {
            log.bom = true;
            from = 3;
        }
        while (from < all.length) {
            int to = from;
            while (to < all.length && all[to] != '\n') {
                to++;
            }
            log.line(all, from, to, validator);
            from = to + 1;
        }
        return log;
    }

    private void line(byte[] all, int from, int to, SchemaValidator validator) {
        boolean windows = to > from && all[to - 1] == '\r';
        byte[] bytes = Arrays.copyOfRange(all, from, windows ? to - 1 : to);
        if (bytes.length == 0) {
            blank++;
            return;
        }
        crlf += windows ? 1 : 0;
        cut |= to == all.length;
        Optional<String> text = decode(bytes);
        boolean valid = validator.validate(bytes, 0, bytes.length).isEmpty();
        Optional<JsonNode> node = text.flatMap(PlainLog::parse);
        String raw = new String(bytes, StandardCharsets.ISO_8859_1);
        lines.add(new Line(
                raw, text, node, node.map(PlainLog::ms).orElse(OptionalLong.empty()), valid, to == all.length));
    }

    private static Optional<String> decode(byte[] bytes) {
        try {
            return Optional.of(StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString());
        } catch (CharacterCodingException e) {
            return Optional.empty();
        }
    }

    private static OptionalLong ms(JsonNode node) {
        try {
            return OptionalLong.of(Instant.parse(node.path("ts").asString("")).toEpochMilli());
        } catch (DateTimeParseException e) {
            return OptionalLong.empty();
        }
    }

    private static Optional<JsonNode> parse(String text) {
        try {
            return Optional.of(JSON.readTree(text));
        } catch (JacksonException e) {
            return Optional.empty();
        }
    }
}
