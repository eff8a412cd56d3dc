package io.github.recsyseval.event;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class TextPoolTest {
    private final TextPool pool = new TextPool();

    private String string(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        return pool.string(bytes, 0, bytes.length, text.hashCode());
    }

    @Test
    void namesAreKeptOnce() {
        String name = "x".repeat(TextPool.LONGEST);
        assertThat(string(name)).isEqualTo(name).isSameAs(string(name));
    }

    /** A few thousand of them would take more than any heap. */
    @Test
    void longTextsAreNotKept() {
        String text = "x".repeat(TextPool.LONGEST + 1);
        assertThat(string(text)).isEqualTo(text).isNotSameAs(string(text));
    }
}
