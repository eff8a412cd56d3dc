package io.github.recsyseval.schema;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.recsyseval.event.Assignment;
import io.github.recsyseval.event.AssignmentReader;
import io.github.recsyseval.event.Exposure;
import io.github.recsyseval.event.ExposureReader;
import io.github.recsyseval.event.Outcome;
import io.github.recsyseval.event.OutcomeReader;
import io.github.recsyseval.event.Reading;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What the event readers vouch for, the library accepts; what it accepts, they can read. */
class ReadersAgainstLibraryTest {
    /** One reader's opinion of a line. */
    private interface Reader {
        Reading read(byte[] line);
    }

    private final Exposure exposure = new Exposure(1);
    private final ExposureReader exposures = new ExposureReader(List.of("surface"));
    private final Outcome outcome = new Outcome();
    private final OutcomeReader outcomes = new OutcomeReader();
    private final Assignment assignment = new Assignment();
    private final AssignmentReader assignments = new AssignmentReader();

    private final Map<String, Reader> readers = Map.of(
            "exposure.v1", line -> exposures.read(line, 0, line.length, exposure),
            "outcome.v1", line -> outcomes.read(line, 0, line.length, outcome),
            "assignment.v1", line -> assignments.read(line, 0, line.length, assignment));

    @Test
    void vouchesOnlyForWhatTheLibraryAccepts() {
        compare(45_000, 20261121);
    }

    @Test
    @Tag("slow")
    void vouchesOnlyForWhatTheLibraryAcceptsInAMillionRecords() {
        compare(1_000_000, 8);
    }

    private void compare(int records, long seed) {
        RecordMutations mutations = new RecordMutations(seed);
        List<String> contracts = readers.keySet().stream().sorted().toList();
        List<SchemaValidator> validators = contracts.stream()
                .map(contract -> SchemaCatalog.load(contract).newValidator())
                .toList();
        int plain = 0;
        int valid = 0;
        for (int i = 0; i < records; i++) {
            int contract = i % contracts.size();
            byte[] line = mutations.next(contracts.get(contract));
            boolean accepted = validators
                    .get(contract)
                    .judgeByLibrary(line, 0, line.length)
                    .isValid();
            Reading reading = readers.get(contracts.get(contract)).read(line);
            if (reading == Reading.PLAIN) {
                assertThat(accepted).as(new String(line, ISO_8859_1)).isTrue();
            }
            if (accepted) {
                assertThat(reading).as(new String(line, ISO_8859_1)).isNotEqualTo(Reading.NOT_A_RECORD);
            }
            plain += reading == Reading.PLAIN ? 1 : 0;
            valid += accepted ? 1 : 0;
        }
        assertThat(valid).isBetween(records / 4, records * 3 / 4);
        assertThat(plain).isBetween(valid * 3 / 4, valid);
    }
}
