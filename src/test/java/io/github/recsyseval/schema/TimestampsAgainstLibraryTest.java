package io.github.recsyseval.schema;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.recsyseval.event.Timestamps;
import java.util.Random;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** A time that the schema library accepts can be read; one in plain form is accepted by the library. */
class TimestampsAgainstLibraryTest {
    private static final String[] TIMES = {
        "2026-11-20T10:00:00Z",
        "2024-02-29t23:59:59.25z",
        "2016-12-31T23:59:60Z",
        "1990-12-31T15:59:60.5-08:00",
        "0000-01-01T00:00:00+23:59",
        "9999-12-31T23:59:59.1234567890123-23:59",
        "2015-06-30T23:59:60+00:00"
    };
    private static final String ALPHABET = "0123456789999-+:.,TtZz \u0660\u2212";

    @Test
    void readsExactlyWhatTheLibraryAccepts() {
        JsonNodeFactory nodes = JsonNodeFactory.instance;
        JsonNode document = nodes.objectNode().put("format", "date-time");
        LibrarySchema library = LibraryLoader.load("date-time", document);
        Random random = new Random(3339);
        int accepted = 0;
        int records = 200_000;
        for (int i = 0; i < records; i++) {
            String text = mutate(TIMES[random.nextInt(TIMES.length)], random);
            byte[] bytes = text.getBytes(UTF_8);
            boolean valid =
                    library.validate(nodes.stringNode(text), bytes.length).isEmpty();
            boolean read = Timestamps.parseMicros(bytes, 0, bytes.length) != Timestamps.UNREADABLE;

            // The library knows which leap seconds there were; the parser knows only where one may be.
            boolean leap = text.startsWith("60", 17);
            assertThat(read).as(text).isEqualTo(valid || (read && leap));
            if (Timestamps.isPlain(bytes, 0, bytes.length)) {
                assertThat(valid).as(text).isTrue();
            }
            accepted += valid ? 1 : 0;
        }
        assertThat(accepted).isBetween(records / 5, records * 4 / 5);
    }

    private static String mutate(String time, Random random) {
        StringBuilder text = new StringBuilder(time);
        for (int changes = random.nextInt(3); changes > 0; changes--) {
            int at = random.nextInt(text.length());
            char other = ALPHABET.charAt(random.nextInt(ALPHABET.length()));
            switch (random.nextInt(8)) {
                case 0 -> text.insert(at, other);
                case 1 -> text.deleteCharAt(at);
                default -> text.setCharAt(at, other);
            }
        }
        return text.toString();
    }
}
