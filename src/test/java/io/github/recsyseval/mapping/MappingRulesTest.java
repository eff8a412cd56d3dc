package io.github.recsyseval.mapping;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.recsyseval.cli.config.MapFile;
import io.github.recsyseval.event.Contract;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every rule that docs/mapping.md lists, with a line and what becomes of it, written by hand. */
class MappingRulesTest {
    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "ts: timestamp | {\"timestamp\":\"t\"} | {\"ts\":\"t\"}",
                "user_id: subject.user_id_hash | {\"subject\":{\"user_id_hash\":\"u\"}} | {\"user_id\":\"u\"}",
                "user_id: page\\.url | {\"page.url\":\"u\"} | {\"user_id\":\"u\"}",
                "context.tenant_id: tenant | {\"tenant\":\"a\"} | {\"context\":{\"tenant_id\":\"a\"}}",
                "context.tenant_id: tenant | {\"tenant\":7} | {\"context\":{\"tenant_id\":\"7\"}}",
                "context.tenant_id: tenant | {\"tenant\":true} | {\"context\":{\"tenant_id\":\"true\"}}",
                "context.tenant_id: tenant | {\"tenant\":1.50} | {\"context\":{\"tenant_id\":\"1.50\"}}",
                "context.tenant_id: tenant | {\"tenant\":null} | {}",
                "context.tenant_id: tenant | {\"context\":{\"a\":1,\"tenant_id\":\"x\"},\"tenant\":\"y\"} | {\"context\":{\"a\":\"1\",\"tenant_id\":\"y\"}}",
                "context: attributes | {\"attributes\":{\"a\":1,\"b\":null,\"c\":\"x\"}} | {\"context\":{\"a\":\"1\",\"c\":\"x\"}}",
                "user_id: [user_id, session_id] | {\"user_id\":\"u\",\"session_id\":\"s\"} | {\"user_id\":\"u\"}",
                "user_id: [user_id, session_id] | {\"session_id\":\"s\"} | {\"user_id\":\"s\"}",
                "user_id: [user_id, session_id] | {\"user_id\":\"\",\"session_id\":\"s\"} | {\"user_id\":\"s\"}",
                "user_id: [user_id, session_id] | {\"user_id\":null,\"session_id\":\"\"} | {\"user_id\":null}",
                "context.surface: {constant: home} | {} | {\"context\":{\"surface\":\"home\"}}",
                "context.surface: {from: place, default: home} | {\"place\":\"pdp\"} | {\"context\":{\"surface\":\"pdp\"}}",
                "context.surface: {from: place, default: home} | {} | {\"context\":{\"surface\":\"home\"}}",
                "latency_ms: took | {\"took\":null,\"ts\":\"t\"} | {\"ts\":\"t\"}",
                "latency_ms: took | {\"took\":nil} | {\"took\":nil}",
                "error: {from: state, values: {\"null\": false}} | {\"state\":null} | {\"error\":false}",
                "ts: at | {\"at\":null} | {\"ts\":null}",
                "error: {constant: false} | {} | {\"error\":false}",
                "latency_ms: {constant: 1.5} | {} | {\"latency_ms\":1.5}",
                // 1767225600 is 2026-01-01T00:00:00Z: date -u -d @1767225600
                "ts: {from: at, as: epoch_seconds} | {\"at\":1767225600} | {\"ts\":\"2026-01-01T00:00:00Z\"}",
                "ts: {from: at, as: epoch_seconds} | {\"at\":\"1767225600\"} | {\"ts\":\"2026-01-01T00:00:00Z\"}",
                "ts: {from: at, as: epoch_seconds} | {\"at\":1767225600.1234567} | {\"ts\":\"2026-01-01T00:00:00.123456Z\"}",
                "ts: {from: at, as: epoch_seconds} | {\"at\":1.7672256e9} | {\"ts\":\"2026-01-01T00:00:00Z\"}",
                "ts: {from: at, as: epoch_seconds} | {\"at\":-1} | {\"ts\":\"1969-12-31T23:59:59Z\"}",
                "ts: {from: at, as: epoch_seconds} | {\"at\":0} | {\"ts\":\"1970-01-01T00:00:00Z\"}",
                "ts: {from: at, as: epoch_seconds} | {\"at\":253402300800} | {\"ts\":253402300800}",
                "ts: {from: at, as: epoch_seconds} | {\"at\":1e99999999999} | {\"ts\":1e99999999999}",
                "ts: {from: at, as: epoch_seconds} | {\"at\":\"soon\"} | {\"ts\":\"soon\"}",
                "ts: {from: at, as: epoch_millis} | {\"at\":1767225600123} | {\"ts\":\"2026-01-01T00:00:00.123Z\"}",
                "ts: {from: at, as: epoch_micros} | {\"at\":1767225600123456} | {\"ts\":\"2026-01-01T00:00:00.123456Z\"}",
                "ts: {from: at, as: epoch_micros} | {\"at\":\"-1.5\"} | {\"ts\":\"1969-12-31T23:59:59.999998Z\"}",
                "ts: {from: at, as: epoch_millis} | {\"at\":-0.5} | {\"ts\":\"1969-12-31T23:59:59.999500Z\"}",
                "user_id: {from: uid, as: text} | {\"uid\":12} | {\"user_id\":\"12\"}",
                "latency_ms: {from: took, as: number} | {\"took\":\"12.5\"} | {\"latency_ms\":12.5}",
                "latency_ms: {from: took, as: number} | {\"took\":\"12,5\"} | {\"latency_ms\":\"12,5\"}",
                "error: {from: status, values: {ok: false, 500: true}} | {\"status\":\"ok\"} | {\"error\":false}",
                "error: {from: status, values: {ok: false, 500: true}} | {\"status\":500} | {\"error\":true}",
                "error: {from: status, values: {ok: false}, others: true} | {\"status\":\"?\"} | {\"error\":true}",
                "context.bot: {from: bot, values: {yes: ignore}} | {\"bot\":\"no\"} | {\"context\":{\"bot\":\"no\"}}",
                "context.bot: {from: bot, values: {\"yes\": ignore}} | {\"bot\":\"yes\"} | (left out)",
                "items: {from: products, item_id: sku, rank: pos} | {\"products\":[{\"sku\":\"a\",\"pos\":3,\"x\":1}]} | {\"items\":[{\"item_id\":\"a\",\"rank\":3,\"x\":1}]}",
                "items: {from: products, item_id: p.sku, rank: $position} | {\"products\":[{\"p\":{\"sku\":\"a\"}},{\"p\":{\"sku\":\"b\"}}]} | {\"items\":[{\"item_id\":\"a\",\"rank\":1},{\"item_id\":\"b\",\"rank\":2}]}",
                "items: {from: ids, item_id: $value} | {\"ids\":[\"a\",7]} | {\"items\":[{\"item_id\":\"a\",\"rank\":1},{\"item_id\":\"7\",\"rank\":2}]}",
                "items: {from: ids, item_id: $value} | {\"ids\":[]} | {\"items\":[]}",
                "items: {from: ids, item_id: $value} | {\"ids\":\"a\"} | {\"items\":\"a\"}",
                "items: {from: items, default: []} | {} | {\"items\":[]}",
                "items: {rank: [rank, $position]} | {\"items\":[{\"item_id\":\"a\"},{\"item_id\":\"b\",\"rank\":9}]} | {\"items\":[{\"item_id\":\"a\",\"rank\":1},{\"item_id\":\"b\",\"rank\":9}]}",
                "drop: [debug, subject.ip] | {\"debug\":{},\"subject\":{\"ip\":\"1\"},\"ts\":\"t\"} | {\"ts\":\"t\"}",
                "drop: [subject.ip] | {\"subject\":{\"ip\":\"1\",\"x\":2}} | {\"subject\":{\"ip\":\"1\",\"x\":2}}",
                "drop: [context.ip, error] | {\"context\":{\"ip\":\"1\",\"a\":\"b\"},\"error\":\"no\"} | {\"context\":{\"a\":\"b\"}}",
                "drop: rest | {\"a\":1,\"ts\":\"t\",\"b\":{\"c\":[]}} | {\"ts\":\"t\"}",
                "ts: at | {\"ts\":1,\"at\":\"t\"} | {\"ts\":\"t\"}",
                "ts: at | {\"extra\":1,\"at\":\"t\"} | {\"ts\":\"t\",\"extra\":1}",
                "ts: at | {\"at\":\"t\",\"at\":\"u\"} | {\"ts\":\"u\"}",
                "ts: at | {\"\\u0061t\":\"t\"} | {\"ts\":\"t\"}",
                "ts: at | {\"at\":[tru],\"at\":\"t\"} | {\"at\":[tru],\"at\":\"t\"}",
                "user_id: context.x | {\"context\":{\"x\":{1}}} | {\"context\":{\"x\":{1}}}",
                "items: {rank: [$value, $position]} | {\"items\":[\"\"]} | {\"items\":[{\"rank\":1}]}",
                "ts: at | [1] | [1]",
                "ts: at | {\"at\":1]} | {\"at\":1]}",
            })
    void makesOfALineWhatTheContractWants(String rules, String line, String expected) throws IOException {
        Path map = Files.writeString(folder.resolve("m.yaml"), "version: 1\nexposures:\n  " + rules.strip() + "\n");
        LineMapper mapper = MapFile.read(map.toString()).of(Contract.EXPOSURE).newMapper();
        byte[] bytes = line.strip().getBytes(UTF_8);

        boolean kept = mapper.map(bytes, 0, bytes.length);

        String written = new String(mapper.bytes(), mapper.from(), mapper.to() - mapper.from(), UTF_8);
        assertThat(kept ? written : "(left out)").isEqualTo(expected.strip());
    }
}
