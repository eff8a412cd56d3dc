package io.github.recsyseval.event;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.DictionaryEntries;
import com.code_intelligence.jazzer.junit.FuzzTest;
import io.github.recsyseval.schema.BothVerdicts;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Looks, guided by coverage, for a line that a fast path accepts and the schema library refuses, or that a byte scanner reads
 * otherwise than Jackson's parser. Every line is tried as a record of each contract. Scanners remember the order of keys from line to
 * line, as they do in a run, so that a find may need the lines before it, too.
 */
class RecordFuzzTest {
    private static final Map<Contract, BothVerdicts> SCHEMAS = Arrays.stream(Contract.values())
            .collect(Collectors.toMap(Function.identity(), contract -> new BothVerdicts(contract.schema())));

    /** A scanner and the parser of one contract, and its schema. */
    private record Readers(
            Function<byte[], List<Object>> scanner, Function<byte[], List<Object>> parser, BothVerdicts schema) {}

    private static final List<Readers> READERS = List.of(
            new Readers(
                    LineScannerTest.Way.EXPOSURE.scanner(),
                    LineScannerTest.Way.EXPOSURE.parser(),
                    SCHEMAS.get(Contract.EXPOSURE)),
            new Readers(
                    LineScannerTest.Way.OUTCOME.scanner(),
                    LineScannerTest.Way.OUTCOME.parser(),
                    SCHEMAS.get(Contract.OUTCOME)),
            new Readers(
                    LineScannerTest.Way.ASSIGNMENT.scanner(),
                    LineScannerTest.Way.ASSIGNMENT.parser(),
                    SCHEMAS.get(Contract.ASSIGNMENT)));

    @DictionaryEntries({
        "{\"request_id\":\"r\",\"user_id\":\"u\",\"ts\":\"2026-01-05T00:00:01Z\",\"items\":[]}",
        "\"items\":[{\"item_id\":\"a\",\"rank\":1}]",
        "\"context\":{\"surface\":\"s\"}",
        "\"latency_ms\":41.296",
        "\"error\":true",
        "\"propensity\":0.5",
        "\"event_type\":\"conversion\"",
        "\"value\":12.5",
        "\"experiment_id\":\"e\",\"variant\":\"v\"",
        "2016-12-31T23:59:60Z",
        "+05:30",
        "\\u0000",
        "\\ud800",
        "1e400",
        "null"
    })
    @FuzzTest(maxDuration = "10m")
    void fastPathsAcceptOnlyWhatTheLibraryAccepts(byte[] line) {
        for (byte b : line) {
            if (b == '\n') {
                return; // Lines hold none.
            }
        }
        for (BothVerdicts schema : SCHEMAS.values()) {
            if (schema.accepted(line)) {
                assertThat(schema.valid(line)).as(new String(line, UTF_8)).isTrue();
            }
        }
        for (Readers readers : READERS) {
            List<Object> scanned = readers.scanner.apply(line);
            List<Object> parsed = readers.parser.apply(line);
            if (!scanned.isEmpty()) {
                assertThat(scanned).as(new String(line, UTF_8)).isEqualTo(parsed);
            }
            if (!parsed.isEmpty()) {
                assertThat(readers.schema.valid(line)).as(new String(line, UTF_8)).isTrue();
            }
        }
    }
}
