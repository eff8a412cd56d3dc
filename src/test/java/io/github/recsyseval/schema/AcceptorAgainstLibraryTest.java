package io.github.recsyseval.schema;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.recsyseval.event.Contract;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What the fast path accepts, the library accepts: on records that are right, nearly right and quite wrong. */
class AcceptorAgainstLibraryTest {
    @Test
    void acceptsOnlyWhatTheLibraryAccepts() {
        compare(50_000, 20261120);
    }

    @Test
    @Tag("slow")
    void acceptsOnlyWhatTheLibraryAcceptsInAMillionRecords() {
        compare(1_000_000, 7);
    }

    @Test
    void acceptsEveryUnchangedRecord() {
        RecordMutations.RECORDS.forEach((contract, records) -> {
            SchemaAcceptor acceptor = SchemaCatalog.load(contract).newAcceptor().orElseThrow();
            for (String line : records) {
                byte[] bytes = line.getBytes(UTF_8);
                assertThat(acceptor.accepts(bytes, 0, bytes.length)).as(line).isTrue();
            }
        });
    }

    private static void compare(int records, long seed) {
        RecordMutations mutations = new RecordMutations(seed);
        int accepted = 0;
        int valid = 0;
        List<String> contracts =
                Arrays.stream(Contract.values()).map(Contract::schema).toList();
        List<LoadedSchema> schemas = contracts.stream().map(SchemaCatalog::load).toList();
        List<SchemaValidator> validators =
                schemas.stream().map(LoadedSchema::newValidator).toList();
        List<SchemaAcceptor> acceptors = schemas.stream()
                .map(schema -> schema.newAcceptor().orElseThrow())
                .toList();
        for (int i = 0; i < records; i++) {
            int contract = i % contracts.size();
            byte[] line = mutations.next(contracts.get(contract));
            Verdict verdict = validators.get(contract).judgeByLibrary(line, 0, line.length);
            boolean accepts = acceptors.get(contract).accepts(line, 0, line.length);
            if (accepts) {
                assertThat(verdict).as(new String(line, ISO_8859_1)).isEqualTo(Verdict.VALID);
            }
            accepted += accepts ? 1 : 0;
            valid += verdict.isValid() ? 1 : 0;
        }
        // The comparison means something only if both verdicts are frequent, and few plain lines are left to the
        // library.
        assertThat(valid).isBetween(records / 4, records * 3 / 4);
        assertThat(accepted).isBetween(valid * 3 / 4, valid);
    }
}
