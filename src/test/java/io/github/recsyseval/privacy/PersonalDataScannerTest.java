package io.github.recsyseval.privacy;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Sources of the values: IBANs are the examples of the IBAN registry (SWIFT, ISO 13616), cards the test numbers that the issuers
 * publish, phone numbers from the ranges reserved for fiction, addresses from the ranges for documentation (RFC 5737, RFC 3849),
 * the token is the example of RFC 7519 section 3.1.
 */
class PersonalDataScannerTest {
    private static final String TOKEN = "eyJ0eXAiOiJKV1QiLA0KICJhbGciOiJIUzI1NiJ9"
            + ".eyJpc3MiOiJqb2UiLA0KICJleHAiOjEzMDA4MTkzODAsDQogImh0dHA6Ly9leGFtcGxlLmNvbS9pc19yb290Ijp0cnVlfQ"
            + ".dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk";

    private static List<Sighting> scan(String value) {
        byte[] line = ("{\"request_id\":\"r\",\"context\":{\"q\":\"" + value + "\"}}").getBytes(UTF_8);
        return new PersonalDataScanner().scan(line, 0, line.length);
    }

    @ParameterizedTest
    @CsvSource({
        "anna.berg@example.com,EMAIL",
        "see a+b@mail.example.co.uk today,EMAIL",
        "+1 202-555-0171,PHONE",
        "+442079460958,PHONE",
        "call (202) 555-0171?,",
        "(202) 555-0171,PHONE",
        "202-555-0171,PHONE",
        "4111 1111 1111 1111,CARD",
        "4111111111111111,CARD",
        "5555-5555-5555-4444,CARD",
        "378282246310005,CARD",
        "GB29 NWBK 6016 1331 9268 19,IBAN",
        "DE89370400440532013000,IBAN",
        "NO9386011117947,IBAN",
        "NL91ABNA0417164300,IBAN",
        "NL91 ABNA 0417 1643 00,IBAN",
        "KZ86125KZT5004100100,IBAN",
        "FR1420041010050500013M02606,IBAN",
        "RO49AAAA1B31007593840000,IBAN",
        "MU17BOMM0101101030300200000MUR,IBAN",
        "QA58DOHB00001234567890ABCDEFG,IBAN",
        "MT84MALT011000012345MTLCAST001S,IBAN",
        "192.0.2.77,IP",
        "198.51.100.7:8080,IP",
        "2001:db8::1,IP",
        "2001:db8:0:0:8:800:200c:417a,IP"
    })
    void recognises(String value, PersonalDataKind kind) {
        List<Sighting> seen = scan(value);

        if (kind == null) {
            assertThat(seen).isEmpty();
        } else {
            assertThat(seen).singleElement().satisfies(s -> {
                assertThat(s.kind()).isEqualTo(kind);
                assertThat(s.path()).isEqualTo("/context/q");
                assertThat(s.strength()).isNotEqualTo(CardNumber.REFUTED);
            });
        }
    }

    @Test
    void recognisesTokens() {
        assertThat(scan(TOKEN)).singleElement().extracting(Sighting::kind).isEqualTo(PersonalDataKind.TOKEN);
        assertThat(scan("Bearer " + TOKEN))
                .singleElement()
                .extracting(Sighting::kind)
                .isEqualTo(PersonalDataKind.TOKEN);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026-11-20T10:00:00.123456Z",
                "2026-11-20 10:00:00+02:00",
                "b55db183-234d-47a6-a1ab-7d7ffdf69fa5",
                "07402420-8143-4374-8629-417769899966",
                "order_4111111111111111",
                "sku-4111-1111-1111-1111",
                "item_1020848",
                "a@b",
                "@handle",
                "1.2.3",
                "256.1.1.1",
                "192.0.02.1",
                "10:00:00",
                "aa:bb:cc:dd:ee:ff",
                "9999999999999999",
                "GB30 NWBK 6016 1331 9268 19",
                "01ARZ3NDEKTSV4RRFFQ69G5FAV",
                "eyJhbGciOiJIUzI1NiJ9",
                "+12025550171999999",
                "v1.2.3-rc.4"
            })
    void leavesAlone(String value) {
        assertThat(scan(value))
                .allMatch(s -> s.strength() == CardNumber.REFUTED)
                .hasSizeLessThan(1);
    }

    @Test
    void leavesVersionNumbersAlone() {
        byte[] line = "{\"context\":{\"model_version\":\"1.2.3.4\"}}".getBytes(UTF_8);

        assertThat(new PersonalDataScanner().closely(line, 0, line.length)).isEmpty();
    }

    @Test
    void namesThePathAndTheShapeButNotTheValue() {
        byte[] line = "{\"items\":[{\"item_id\":\"a\"},{\"item_id\":\"jo.m51@example.com\"}]}".getBytes(UTF_8);

        assertThat(new PersonalDataScanner().scan(line, 0, line.length))
                .containsExactly(new Sighting(
                        "/items/*/item_id", PersonalDataKind.EMAIL, "aa.a99@aaaaaaa.aaa", CardNumber.CERTAIN));
    }

    @Test
    void theGlanceNeverKeepsBackWhatTheCloserLookFinds() {
        List<String> values = List.of(
                "anna.berg@example.com",
                "+12025550171",
                "+1 202-555-0171",
                "202-555-0171",
                "4111111111111111",
                "5555-5555-5555-4444",
                "DE89370400440532013000",
                "GB29 NWBK 6016 1331 9268 19",
                "192.0.2.77",
                "203.0.113.9",
                "2001:db8::1",
                "2001:db8:0:0:8:800:200c:417a",
                TOKEN,
                "id=4111111111111111;",
                "x/4111111111111111",
                "tel:+12025550171",
                "a \\u002B12025550171 b",
                "[2001:db8::1]:80",
                "card: 4111 1111 1111 1111.");
        Random random = new Random(7);
        PersonalDataScanner scanner = new PersonalDataScanner();
        for (int i = 0; i < 20_000; i++) {
            String value = values.get(random.nextInt(values.size()));
            String before =
                    "{\"a\":\"" + "z".repeat(random.nextInt(24)) + "\",\"b\":" + random.nextInt(1000) + ",\"c\":\"";
            String after = random.nextBoolean() ? "\"}" : "\",\"d\":\"" + "-".repeat(random.nextInt(9)) + "\"}";
            byte[] line = (before + value + after).getBytes(UTF_8);

            assertThat(scanner.closely(line, 0, line.length)).as(value).isNotEmpty();
            assertThat(scanner.scan(line, 0, line.length))
                    .as("%s", new String(line, UTF_8))
                    .isNotEmpty();
        }
    }

    @Test
    void theGlancePassesOrdinaryLines() {
        Random random = new Random(11);
        PersonalDataScanner scanner = new PersonalDataScanner();
        int looked = 0;
        for (int i = 0; i < 10_000; i++) {
            String line = "{\"request_id\":\"" + new UUID(random.nextLong(), random.nextLong()) + "\",\"user_id\":\"u_"
                    + Long.toHexString(random.nextLong())
                    + "\",\"ts\":\"2026-11-20T10:00:00.123+02:00\",\"latency_ms\":"
                    + random.nextDouble() + ",\"items\":[{\"item_id\":\"sku-" + random.nextInt(100_000)
                    + "\",\"rank\":1,\"propensity\":" + random.nextDouble() + "}]}";
            byte[] bytes = line.getBytes(UTF_8);
            looked += Prefilter.maySignal(bytes, 0, bytes.length) ? 1 : 0;
            assertThat(scanner.closely(bytes, 0, bytes.length)).isEmpty();
        }

        assertThat(looked).isLessThan(100);
    }

    @Test
    void survivesTextMadeToBeSlow() {
        for (String piece : List.of("@", "a@", "1", "1.", "+1", "eyJ", "DE89", "1 ", ":", "a:")) {
            byte[] line = ("{\"a\":\"" + piece.repeat(200_000) + "\"}").getBytes(UTF_8);
            long start = System.nanoTime();

            new PersonalDataScanner().closely(line, 0, line.length);

            assertThat(System.nanoTime() - start).as(piece).isLessThan(5_000_000_000L);
        }
    }
}
