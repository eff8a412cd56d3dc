package io.github.recsyseval.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Against the xxhash library of C, version 0.8.3, through Python:
 * {@code xxhash.xxh3_128_hexdigest(bytes((i*131 + (i>>8)*17 + 7) & 255 for i in range(n)))}.
 */
class Xxh128Test {
    @ParameterizedTest
    @CsvSource({
        "0, 99aa06d3014798d86001c324468d497f",
        "1, 495b62073ef70ca44c5cca45d0f4811f",
        "2, f1b5eec902a1eb5e29c60963cbfa4e6e",
        "3, 390cdc5b4a895dd76e3e2670e61106ac",
        "4, aa6e2f274640a3f43d668af6f2a44d77",
        "5, d9da89da8d7e169a62853c5f1a6eda6e",
        "8, 6a86a3bda6af4e3d61ddbe7f31a6100d",
        "9, 664c7ca18afd62558c7b67fd458a936b",
        "12, dab57051afe30b1dcdeba3d6707f8f04",
        "16, 7f9a218b0425449ae2ce54a7c19c730d",
        "17, 66fc23f6439dbd778d96ef110fcdebb4",
        "31, d8201bc2fedefe5ccee425163875b69b",
        "32, 49a11ee743d6d342fd357cf6cb2dda18",
        "33, 7228d9284a8116f6f8994653f4bfe6da",
        "64, e0faf20e0e0fe0ddba7e015a54f14be1",
        "96, fb78ac185ef554438b8720f565dcf40c",
        "97, 9cfc8c7d6e7815c8bb385623e598c6d4",
        "128, aec730751478556cff361dec1385710a",
        "129, 98cd36ccbb5579264545b3a09738e31a",
        "160, 832af93acbf14d0b10963bc4f63e0de8",
        "161, e7eef57c483dd6cc7ad98310db13778d",
        "239, 6e78178133d2c10bd0329d9f9566468d",
        "240, 5293e17bf553903d3f2c53e72293711f",
        "241, b53840fe3fedf161956cae592c67279e",
        "255, 08c3b91c3870117b64a6073025eb7929",
        "256, d0d2829a226d0edbb15e550733c5dfac",
        "257, 2c8dc1b437499c30c6dea86d5afd33ae",
        "320, f4fb7aa7754943ea50c64a131ba9ddea",
        "511, 21a6a4e067527ef31196c0e51d3ad3fa",
        "512, 1a7e53736720a2e631cc4c8456761b50",
        "513, 1dcacc88c66dda0e7d7db387f492d57b",
        "1023, dc3d5ec68f8d4b5aaa76836516a7ea30",
        "1024, f3fc143cd81d51baa1e16f2edf2cbed6",
        "1025, 90bcb44432d2e5020a6d2c17259fe4bb",
        "1088, dd579fe0f85cacc80ef0c0dc0e8682f1",
        "2047, 320dea59b8f3d8149ec85163f94a6b6d",
        "2048, e5d454057f8dce3a1c81a12455515459",
        "2049, b43a4efc65acb84ce54b75096179fb9c",
        "4096, e5817aaf266e34c648aa0572119e973a",
        "65535, a37c9fc33c43b405019823aae3634e96",
        "65536, 8ed434cc4900de947402b5216cd59665",
        "100003, 2140b039ece9bc559c93a2d397034314",
        "1048576, e0a39e5834cb096ef55a2447d999a0f8"
    })
    void agreesWithTheLibrary(int length, String expected) {
        byte[] content = content(length);
        Xxh128 whole = new Xxh128();
        whole.update(content, 0, length);
        assertThat(whole.hex()).isEqualTo(expected);
        assertThat(whole.hex()).as("asked again").isEqualTo(expected);
    }

    @Test
    void doesNotDependOnHowTheBytesArrive() {
        byte[] content = content(20_000);
        Random random = new Random(5);
        for (int run = 0; run < 200; run++) {
            int length = random.nextInt(content.length);
            Xxh128 whole = new Xxh128();
            whole.update(content, 0, length);
            Xxh128 parts = new Xxh128();
            for (int at = 0; at < length; ) {
                int part = Math.min(length - at, random.nextInt(1 + random.nextInt(3000)));
                parts.update(content, at, part);
                at += part;
                if (random.nextInt(8) == 0) {
                    assertThat(parts.hex()).hasSize(32);
                }
            }
            assertThat(parts.hex()).as("%d bytes", length).isEqualTo(whole.hex());
        }
    }

    private static byte[] content(int length) {
        byte[] content = new byte[length];
        for (int i = 0; i < length; i++) {
            content[i] = (byte) (i * 131 + (i >> 8) * 17 + 7);
        }
        return content;
    }
}
