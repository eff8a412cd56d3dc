package io.github.recsyseval.event;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.recsyseval.schema.SchemaCatalog;
import io.github.recsyseval.schema.SchemaValidator;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever a scanner accepts, the parser vouches for too and reads alike, field by field, and the schema accepts. */
class LineScannerTest {
    private static final int LINES = 50_000;

    private static final List<String> CONTEXT_KEYS = List.of("surface", "tenant_id", "größe");

    private static final List<String> EXPOSURES = List.of(
            "{\"request_id\":\"b54b3c40-881e-4907-ab37-57448c2f7e6a\",\"user_id\":\"u_d777dbe96225046a\",\"ts\":\"2026-01-05T00:00:01.031Z\","
                    + "\"items\":[{\"item_id\":\"item_1020848\",\"rank\":1},{\"item_id\":\"item_1001834\",\"rank\":2}],"
                    + "\"context\":{\"tenant_id\":\"acme\",\"surface\":\"home_feed\"},\"latency_ms\":41.296,\"error\":false}",
            "{\"request_id\": \"r2\", \"user_id\": \"u2\", \"ts\": \"2026-01-05T00:00:01Z\", \"items\": [{\"item_id\": \"a\", \"rank\": 1}, "
                    + "{\"item_id\": \"item-1002\", \"rank\": 12}, {\"item_id\": \"c\", \"rank\": 3}]}",
            "{\"request_id\": \"r1\", \"user_id\": \"r1\", \"ts\": \"2024-02-29T23:59:59+05:30\", \"items\": [], \"error\": true}",
            "{\"ts\":\"2026-01-05T00:00:01.123456789Z\",\"latency_ms\":0,\"items\":[{\"rank\":3,\"score\":0.5,\"item_id\":\"ä\","
                    + "\"propensity\":0.25,\"logging_propensity\":1,\"target_propensity\":0.000001}],\"user_id\":\"ü\",\"request_id\":\"€😀\","
                    + "\"context\":{\"größe\":\"XL\",\"x\":\"\"}}",
            "{ \"items\" : [ { \"rank\" : 1 , \"item_id\" : \"a\" , \"new\" : null , \"old\" : true } ] , \"request_id\" : \"q\" ,"
                    + " \"user_id\" : \"p\" , \"ts\" : \"2026-12-31T00:00:00-00:00\" , \"context\" : { } , \"latency_ms\" : 123456.789 } ");

    private static final List<String> OUTCOMES = List.of(
            "{\"request_id\":\"fc234d39-6d4d-4797-a256-e884f21439ff\",\"user_id\":\"u_44574bef1c196d17\",\"item_id\":\"item_1000154\","
                    + "\"event_type\":\"click\",\"ts\":\"2026-01-07T09:06:41.794Z\"}",
            "{\"request_id\": \"r\", \"user_id\": \"u\", \"item_id\": \"i\", \"event_type\": \"conversion\", \"value\": -12.75, "
                    + "\"ts\": \"2026-01-07T09:06:41Z\"}",
            "{\"value\":0.1,\"event_type\":\"conversion\",\"item_id\":\"ñ\",\"ts\":\"2026-01-07T09:06:41Z\",\"user_id\":\"u\",\"request_id\":\"r\"}");

    private static final List<String> ASSIGNMENTS = List.of(
            "{\"experiment_id\":\"exp_rank_v2\",\"variant\":\"A\",\"request_id\":\"b54b3c40-881e-4907-ab37-57448c2f7e6a\","
                    + "\"user_id\":\"u_d777dbe96225046a\",\"ts\":\"2026-01-05T00:00:01.028Z\",\"context\":{\"tenant_id\":\"acme\"}}",
            "{\"variant\": \"größer\", \"experiment_id\": \"e\", \"ts\": \"2026-01-05T00:00:01Z\", \"user_id\": \"u\", \"request_id\": \"r\"}");

    /** A contract with its two ways of reading; both answer null or all fields of the record, one by one. */
    enum Way {
        EXPOSURE(Contract.EXPOSURE, EXPOSURES) {
            @Override
            Function<byte[], List<Object>> scanner() {
                ExposureScanner scanner = new ExposureScanner(CONTEXT_KEYS);
                Exposure exposure = new Exposure(CONTEXT_KEYS.size());
                return line -> scanner.scan(padded(line), 3, 3 + line.length, exposure) == 3 + line.length
                        ? fields(exposure)
                        : List.of();
            }

            @Override
            Function<byte[], List<Object>> parser() {
                ExposureReader reader = new ExposureReader(CONTEXT_KEYS);
                Exposure exposure = new Exposure(CONTEXT_KEYS.size());
                return line ->
                        reader.parse(line, 0, line.length, exposure) == Reading.PLAIN ? fields(exposure) : List.of();
            }

            private List<Object> fields(Exposure e) {
                return List.of(
                        e.requestFirst,
                        e.requestSecond,
                        e.hasRequestId,
                        e.user,
                        e.userIsRequest,
                        e.timestamp,
                        e.hasItems,
                        Arrays.toString(Arrays.copyOf(e.items, e.itemCount)),
                        Arrays.toString(Arrays.copyOf(e.ranks, e.itemCount)),
                        e.ranksCountUp,
                        Double.doubleToRawLongBits(e.latencyMs),
                        e.error,
                        Arrays.asList(e.context),
                        e.fingerprint);
            }
        },
        OUTCOME(Contract.OUTCOME, OUTCOMES) {
            @Override
            Function<byte[], List<Object>> scanner() {
                OutcomeScanner scanner = new OutcomeScanner();
                Outcome outcome = new Outcome();
                return line -> scanner.scan(padded(line), 3, 3 + line.length, outcome) == 3 + line.length
                        ? fields(outcome)
                        : List.of();
            }

            @Override
            Function<byte[], List<Object>> parser() {
                OutcomeReader reader = new OutcomeReader();
                Outcome outcome = new Outcome();
                return line ->
                        reader.parse(line, 0, line.length, outcome) == Reading.PLAIN ? fields(outcome) : List.of();
            }

            private List<Object> fields(Outcome o) {
                return List.of(
                        o.requestFirst,
                        o.requestSecond,
                        o.hasRequestId,
                        o.hasItem,
                        o.user,
                        o.item,
                        o.type,
                        Double.doubleToRawLongBits(o.value),
                        o.timestamp);
            }
        },
        ASSIGNMENT(Contract.ASSIGNMENT, ASSIGNMENTS) {
            @Override
            Function<byte[], List<Object>> scanner() {
                AssignmentScanner scanner = new AssignmentScanner();
                Assignment assignment = new Assignment();
                return line -> scanner.scan(padded(line), 3, 3 + line.length, assignment) == 3 + line.length
                        ? fields(assignment)
                        : List.of();
            }

            @Override
            Function<byte[], List<Object>> parser() {
                AssignmentReader reader = new AssignmentReader();
                Assignment assignment = new Assignment();
                return line -> reader.parse(line, 0, line.length, assignment) == Reading.PLAIN
                        ? fields(assignment)
                        : List.of();
            }

            private List<Object> fields(Assignment a) {
                return List.of(
                        a.requestFirst, a.requestSecond, a.hasRequestId, a.user, a.experiment, a.variant, a.timestamp);
            }
        };

        private final Contract contract;
        private final List<byte[]> lines;

        Way(Contract contract, List<String> lines) {
            this.contract = contract;
            this.lines = lines.stream().map(line -> line.getBytes(UTF_8)).toList();
        }

        abstract Function<byte[], List<Object>> scanner();

        abstract Function<byte[], List<Object>> parser();

        SchemaValidator schema() {
            return SchemaCatalog.load(contract.schema()).newValidator();
        }
    }

    /** The line amid other bytes, which would complete it if a scanner looked beyond its end. */
    private static byte[] padded(byte[] line) {
        byte[] padded = new byte[3 + line.length + LineScanner.SLACK];
        Arrays.fill(padded, (byte) '}');
        System.arraycopy(line, 0, padded, 3, line.length);
        return padded;
    }

    @ParameterizedTest
    @EnumSource
    void readsPlainLines(Way way) {
        Function<byte[], List<Object>> scanner = way.scanner();
        Function<byte[], List<Object>> parser = way.parser();
        for (byte[] line : way.lines) {
            assertThat(scanner.apply(line))
                    .as(new String(line, UTF_8))
                    .isNotEmpty()
                    .isEqualTo(parser.apply(line));
        }
    }

    @ParameterizedTest
    @EnumSource
    void agreesWithParserAndSchemaOnMutatedLines(Way way) {
        compare(way, 1, LINES);
    }

    @Tag("slow")
    @ParameterizedTest
    @EnumSource
    void agreesWithParserAndSchemaOnManyMutatedLines(Way way) {
        for (long seed = 2; seed < 42; seed++) {
            compare(way, seed, LINES);
        }
    }

    private static void compare(Way way, long seed, int count) {
        LineMutations mutations = new LineMutations(seed);
        Function<byte[], List<Object>> scanner = way.scanner();
        Function<byte[], List<Object>> parser = way.parser();
        SchemaValidator schema = way.schema();
        int accepted = 0;
        for (int i = 0; i < count; i++) {
            byte[] original = way.lines.get(i % way.lines.size());
            byte[] line = mutations.mutate(original);
            List<Object> scanned = scanner.apply(line);
            if (!scanned.isEmpty()) {
                accepted += Arrays.equals(line, original) ? 0 : 1;
                assertThat(scanned).as("%s", new String(line, UTF_8)).isEqualTo(parser.apply(line));
                assertThat(schema.validate(line, 0, line.length))
                        .as("%s", new String(line, UTF_8))
                        .isEmpty();
            }
        }
        // Otherwise the comparison would say nothing about changed lines that still pass.
        assertThat(accepted).isBetween(count / 50, count / 2);
    }

    @Test
    void givesUpWithoutRoomBehindTheLine() {
        byte[] line = OUTCOMES.get(0).getBytes(UTF_8);
        assertThat(new OutcomeScanner().scan(line, 0, line.length, new Outcome()))
                .isEqualTo(LineScanner.NO);
        assertThat(new OutcomeReader().read(line, 0, line.length, new Outcome()))
                .isEqualTo(Reading.PLAIN);
    }

    @Test
    void nameThatIsNotUtf8IsNotTrustedTheSecondTime() {
        byte[] line =
                "{\"request_id\":\"r\",\"user_id\":\"u\",\"ts\":\"2026-01-05T00:00:01Z\",\"items\":[],\"context\":{\"k?\":\"v\"}}"
                        .getBytes(UTF_8);
        line[new String(line, UTF_8).indexOf('?')] = (byte) 0xc3;
        Function<byte[], List<Object>> scanner = Way.EXPOSURE.scanner();
        assertThat(scanner.apply(line)).isEmpty();
        assertThat(scanner.apply(line)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0",
                "7",
                "0.1",
                "41.296",
                "-3.5",
                "-0",
                "-0.0",
                "123456789012345",
                "0.00000000000001",
                "12345678.9012345",
                "1.10"
            })
    void readsDecimalsAsTheNearestDouble(String text) {
        PlainNumber number = new PlainNumber();
        byte[] bytes = (text + "," + " ".repeat(40)).getBytes(UTF_8);
        assertThat(number.decimal(bytes, 0)).isEqualTo(text.length());
        // Adding 0.0 turns -0.0 into 0.0: to the records they are the same number.
        assertThat(number.value()).isEqualTo(Double.parseDouble(text) + 0.0);
        assertThat(1 / (number.value() == 0 ? number.value() : 1)).isPositive();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "-",
                ".5",
                "5.",
                "01",
                "00",
                "-01",
                "1e5",
                "1.5E3",
                "1234567890123456",
                "0.1234567890123456",
                "1.2.3",
                "+1",
                "NaN",
                "0x1"
            })
    void leavesOtherNumbersToTheParser(String text) {
        byte[] bytes = (text + "," + " ".repeat(40)).getBytes(UTF_8);
        assertThat(new PlainNumber().decimal(bytes, 0)).isEqualTo(LineScanner.NO);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-1", "01", "1.0", "1e1", "1000000000", "\"1\""})
    void leavesOtherRanksToTheParser(String text) {
        byte[] bytes = (text + "," + " ".repeat(40)).getBytes(UTF_8);
        assertThat(new PlainNumber().rank(bytes, 0)).isEqualTo(LineScanner.NO);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "ä", "\\n", "\\\"", "\u0001", "\u007f", "?"})
    void readsItemIdsOfEveryLength(String end) {
        Function<byte[], List<Object>> scanner = Way.EXPOSURE.scanner();
        Function<byte[], List<Object>> parser = Way.EXPOSURE.parser();
        boolean plain = List.of("", "ä", "\u007f", "?").contains(end);
        for (int length = 0; length <= 40; length++) {
            String id = "abcdefgh".repeat(5).substring(0, length) + end;
            byte[] line = ("{\"request_id\":\"r\",\"user_id\":\"u\",\"ts\":\"2026-01-05T00:00:01Z\",\"items\":["
                            + "{\"item_id\":\"first\",\"rank\":1},{\"item_id\":\"" + id + "\",\"rank\":2},"
                            + "{\"item_id\":\"last\",\"rank\":3}]}")
                    .getBytes(UTF_8);
            List<Object> scanned = scanner.apply(line);
            assertThat(scanned.isEmpty()).as(id).isEqualTo(!plain || id.isEmpty());
            if (!scanned.isEmpty()) {
                assertThat(scanned).as(id).isEqualTo(parser.apply(line));
            }
            if (end.equals("?")) {
                line[new String(line, UTF_8).indexOf('?')] = (byte) 0xc3;
                assertThat(scanner.apply(line)).as("not UTF-8").isEmpty();
            }
        }
    }

    @Test
    void findsTheEndOfItsLine() {
        byte[] lines = padded((OUTCOMES.get(0) + " \n" + OUTCOMES.get(1)).getBytes(UTF_8));
        int newline = 3 + OUTCOMES.get(0).length() + 1;
        int end = lines.length - LineScanner.SLACK;
        OutcomeScanner scanner = new OutcomeScanner();
        assertThat(scanner.scan(lines, 3, end, new Outcome())).isEqualTo(newline);
        assertThat(scanner.scan(lines, newline + 1, end, new Outcome())).isEqualTo(end);
        // Cut short anywhere, a line is not taken from what follows it.
        for (int cut = 4; cut < newline - 1; cut++) {
            assertThat(scanner.scan(lines, 3, cut, new Outcome())).isEqualTo(LineScanner.NO);
        }
    }
}
