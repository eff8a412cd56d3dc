package io.github.recsyseval.schema;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** One schema serves many threads, each with a validator of its own. */
class SharedSchemaTest {
    @Test
    void givesEveryThreadTheSameVerdicts() throws InterruptedException, ExecutionException {
        LoadedSchema schema = SchemaCatalog.load("exposure.v1");
        List<Verdict> expected = verdicts(SchemaCatalog.load("exposure.v1"));
        assertThat(expected).anyMatch(Verdict::isValid).anyMatch(verdict -> !verdict.isValid());
        ExecutorService threads = Executors.newFixedThreadPool(4);
        try {
            List<Future<List<Verdict>>> found = new ArrayList<>();
            for (int i = 0; i < 4; i++) {
                found.add(threads.submit(() -> verdicts(schema)));
            }
            for (Future<List<Verdict>> verdicts : found) {
                assertThat(verdicts.get()).isEqualTo(expected);
            }
        } finally {
            threads.shutdownNow();
        }
    }

    private static List<Verdict> verdicts(LoadedSchema schema) {
        SchemaValidator validator = schema.newValidator();
        RecordMutations mutations = new RecordMutations(4);
        List<Verdict> verdicts = new ArrayList<>();
        for (int i = 0; i < 2_000; i++) {
            byte[] line = mutations.next("exposure.v1");
            verdicts.add(validator.judge(line, 0, line.length));
        }
        return verdicts;
    }
}
