package io.github.recsyseval.pseudonym;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Expected values: {@code hmac.new(key, value, hashlib.sha256).hexdigest()} in Python. */
class PseudonymTest {

    @ParameterizedTest
    @CsvSource({
        "salt,user,48cee8d8b352a2221a8993ac5fafd739ef877013a7576e582ac1363b92995782",
        "schlüssel-0123456789,Jürgen 😀,46160d97813f291f54684e6b2a8fc75f80ca0f7605795afcc4bb380a19b6847e",
        "0123456789abcdef0123456789abcdef,12.50e3,0e0a1f2fae89787d1edb0d65f703a399066ff48bce5fd3e41ca6d7afee781530"
    })
    void isTheHmacOfTheIdInHexadecimal(String key, String id, String expected) {
        assertThat(of(key, id)).isEqualTo(expected);
    }

    /** RFC 4231, test case 1. */
    @Test
    void agreesWithThePublishedTestCase() {
        byte[] key = new byte[20];
        Arrays.fill(key, (byte) 0x0b);

        assertThat(new String(new Pseudonym(key).of("Hi There"), StandardCharsets.US_ASCII))
                .isEqualTo("b0344c61d8db38535ca8afceaf0bf12b881dc200c9833da726e9376c2e32cff7");
    }

    /** What Go's strings.TrimSpace takes off: Unicode's White_Space, no-break and ideographic spaces too. */
    @ParameterizedTest
    @ValueSource(strings = {" user", "user\t\r\n", "\u00a0user\u3000", "\u0085\u2028user\u205f\u000b"})
    void whiteSpaceAroundTheIdDoesNotCount(String id) {
        assertThat(of("salt", id)).isEqualTo(of("salt", "user"));
    }

    /** Java's strip takes off U+001C, Go's TrimSpace does not; neither takes off U+200B. */
    @ParameterizedTest
    @ValueSource(strings = {"\u001cuser", "user\u200b", "us er", "User"})
    void everythingElseCounts(String id) {
        assertThat(of("salt", id)).isNotEqualTo(of("salt", "user"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\u3000\n"})
    void blankStaysEmpty(String id) {
        assertThat(of("salt", id)).isEmpty();
    }

    /** As Go reads "a\ud800b" from JSON. */
    @Test
    void halfASurrogatePairIsTheReplacementCharacter() {
        assertThat(of("salt", "a\ud800b"))
                .isEqualTo("41b8370b171a8a5a0e562b8b967802361cdb1309ed626055cdff5699269c8e95");
    }

    private static String of(String key, String id) {
        return new String(new Pseudonym(key.getBytes(StandardCharsets.UTF_8)).of(id), StandardCharsets.US_ASCII);
    }
}
