package io.github.recsyseval.validation;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.recsyseval.engine.ReadOptions;
import io.github.recsyseval.finding.FindingRules;
import io.github.recsyseval.finding.Rule;
import io.github.recsyseval.schema.SchemaCatalog;
import io.github.recsyseval.source.InputSet;
import io.github.recsyseval.validation.ValidationReport.RunRow;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** However few request ids fit into memory, the report is the same. */
class SpilledValidationTest {
    private static final Path FAULTS = Path.of("testdata/faults/exposures.jsonl");

    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource({"1,1", "10,1", "10,4", "300,2"})
    void sameReportWithFewIdsInMemory(int idsInMemory, int threads) {
        String expected = report(Integer.MAX_VALUE, 1);

        assertThat(expected).contains("\"J04\"").contains("\"J12\"").contains("\"J17\"");
        assertThat(report(idsInMemory, threads)).isEqualTo(expected);
    }

    private String report(int idsInMemory, int threads) {
        ReadOptions read = new ReadOptions(threads, 1 << 20, false, 20, InputStream.nullInputStream());
        ValidationPlan plan = new ValidationPlan(
                SchemaCatalog.load("exposure.v1"),
                // The file twice: every id of the first reading occurs again in the second.
                InputSet.resolve(List.of(FAULTS.toString(), FAULTS.toString())),
                read,
                0,
                false,
                FindingRules.parse(List.of()),
                Rule.WARN,
                folder,
                idsInMemory);
        return JsonText.of(ReportMaker.report(Validation.run(plan, null, null), new RunRow("-", "-", 0, 0, 0)));
    }
}
