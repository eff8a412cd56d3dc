package io.github.recsyseval.event;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.util.HexFormat;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class Utf8Test {
    // RFC 3629, section 4: the table of well-formed sequences, at and just outside its limits.
    @ParameterizedTest
    @CsvSource({
        "61C3A9, -1",
        "61C1BF, 1",
        "C280, -1",
        "C27F, 0",
        "E0A080, -1",
        "E09FBF, 0",
        "ED9FBF, -1",
        "EDA080, 0",
        "EFBFBF, -1",
        "F0908080, -1",
        "F08FBFBF, 0",
        "F48FBFBF, -1",
        "F4908080, 0",
        "F5808080, 0",
        "80, 0",
        "6162E282, 2",
        "6162636465666768C3, 8",
    })
    void findsTheFirstByteThatStartsNoCharacter(String hex, int position) {
        byte[] bytes = HexFormat.of().parseHex(hex);
        assertThat(Utf8.firstInvalid(bytes, 0, bytes.length)).isEqualTo(position);
    }

    @Test
    void looksAtTheGivenRangeOnly() {
        byte[] bytes = {(byte) 0xFF, 'a', (byte) 0xC3, (byte) 0xA9, (byte) 0xFF};
        assertThat(Utf8.firstInvalid(bytes, 1, 4)).isEqualTo(-1);
        assertThat(Utf8.firstInvalid(bytes, 1, 3)).isEqualTo(2);
        assertThat(Utf8.firstInvalid(bytes, 1, 1)).isEqualTo(-1);
    }

    @Test
    void agreesWithTheStrictDecoderOfTheJdk() {
        Random random = new Random(3629);
        byte[] alphabet = HexFormat.of().parseHex("6180BF8F909FA0C1C2DFE0E1ECEDEEEFF0F1F3F4F5FF");
        for (int i = 0; i < 200_000; i++) {
            byte[] bytes = new byte[random.nextInt(12)];
            for (int at = 0; at < bytes.length; at++) {
                bytes[at] = alphabet[random.nextInt(alphabet.length)];
            }
            assertThat(Utf8.firstInvalid(bytes, 0, bytes.length) == -1)
                    .as(HexFormat.of().formatHex(bytes))
                    .isEqualTo(decodes(bytes));
        }
    }

    private static boolean decodes(byte[] bytes) {
        try {
            UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
            return true;
        } catch (CharacterCodingException e) {
            return false;
        }
    }
}
