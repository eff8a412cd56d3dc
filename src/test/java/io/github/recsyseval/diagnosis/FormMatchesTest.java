package io.github.recsyseval.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.recsyseval.event.IdHash;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class FormMatchesTest {
    private static final String[] PARTS = {
        "req-",
        "id-",
        "RID-",
        "urn:uuid:",
        "trace_",
        "ab:",
        "-",
        "%2D",
        "%20",
        " ",
        "+",
        "%",
        "%zz",
        "é",
        "İ",
        "K",
        "A",
        "a",
        "f",
        "0",
        "12",
        "ab34cd",
        "AB34CD",
        "deadbeef"
    };

    private static IdText text(List<String> ids) {
        IdText text = new IdText();
        IdHash hash = new IdHash();
        for (String id : ids) {
            byte[] bytes = id.getBytes(StandardCharsets.UTF_8);
            hash.hash(bytes, 0, bytes.length);
            byte[] line = ("{\"request_id\":\"" + id + "\"}").getBytes(StandardCharsets.UTF_8);
            text.add(line, 0, line.length, hash.first());
        }
        return text;
    }

    private static void assertLikeTexts(List<String> wanted, List<String> shown) {
        FormMatches matches =
                new FormMatches(text(wanted), IntStream.range(0, wanted.size()).toArray());
        matches.show(text(shown));
        for (int i = 0; i < wanted.size(); i++) {
            String id = wanted.get(i);
            for (IdForms.Form form : IdForms.Form.values()) {
                boolean any = shown.stream()
                        .anyMatch(other -> !other.isEmpty() && form.of(other).equals(form.of(id)));
                assertThat(matches.matches(i, form))
                        .as("%s of %s among %s", form, id, shown)
                        .isEqualTo(!id.isEmpty() && any);
            }
        }
    }

    /** Against the forms as texts: ids that are put together of what forms take away, and of what they leave. */
    @Test
    void matchesAreThoseOfTheTexts() {
        Random random = new Random(7);
        for (int round = 0; round < 3000; round++) {
            List<String> ids = new ArrayList<>();
            for (int i = 0; i < 12; i++) {
                StringBuilder id = new StringBuilder();
                for (int part = random.nextInt(5); part > 0; part--) {
                    id.append(PARTS[random.nextInt(PARTS.length)]);
                }
                ids.add(id.toString());
            }
            // a few of them again in other forms
            ids.add(ids.get(0) + "ab34cd");
            ids.add(" " + ids.get(0).toUpperCase(java.util.Locale.ROOT) + "AB34-CD ");
            ids.add("req-" + ids.get(1) + "deadbeef");
            ids.add(ids.get(1) + "deadbeef");
            Collections.shuffle(ids, random);
            int wanted = 1 + random.nextInt(3);
            assertLikeTexts(ids.subList(0, wanted), ids.subList(wanted, ids.size()));
        }
    }

    @Test
    void nothingWantedAndNothingShown() {
        assertLikeTexts(List.of(), List.of("a"));
        assertLikeTexts(List.of("a", ""), List.of());
    }
}
