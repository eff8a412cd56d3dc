package io.github.recsyseval.event;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Expected: Python's mmh3, {@code mmh3.hash64(text.encode(), 0, True)}, as unsigned hexadecimal numbers. */
class IdHashTest {
    @ParameterizedTest
    @CsvSource({
        "'', 0, 0",
        "a, 85555565f6597889, e6b53a48510e895a",
        "abcdefgh, cc8a0ab037ef8c02, 48890d60eb6940a1",
        "abcdefghi, 547c0cff13c7964, 79b53df5b741e033",
        "0123456789abcdef, 4be06d94cf4ad1a7, 87c35b5c63a708da",
        "0123456789abcdefg, 8e32612daa45f9de, 800f4c206c372ee",
        "req_2f1c9a52-6c0b-4f6e-9a7d-3f1f2d3c4b5a, eeb71863cb3619e4, a76ca999f8ff17f1",
        "prämie, 53112a70f3a72afe, 4ab1232ed17e7d2b",
    })
    void isMurmurHash3(String text, String first, String second) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        byte[] inside = new byte[bytes.length + 11];
        System.arraycopy(bytes, 0, inside, 3, bytes.length);
        IdHash alone = new IdHash();
        IdHash amid = new IdHash();
        alone.hash(bytes, 0, bytes.length);
        amid.hash(inside, 3, 3 + bytes.length);
        assertThat(alone.first()).isEqualTo(Long.parseUnsignedLong(first, 16));
        assertThat(alone.second()).isEqualTo(Long.parseUnsignedLong(second, 16));
        assertThat(amid.first()).isEqualTo(alone.first());
        assertThat(amid.second()).isEqualTo(alone.second());
    }
}
