package io.github.recsyseval.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Whole reports as they were when somebody read them. A change shows up as a difference; after reading it, accept it with
 * {@code mvn test -Dtest=GoldenReportTest -Dgolden.accept=true}. Figures are held against outside sources in other tests.
 */
class GoldenReportTest {
    private static final Path GOLDEN = Path.of("src/test/resources/golden");

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"clean", "faults"})
    void isAsItWasRead(String set) throws IOException {
        String data = "testdata/" + set + "/";
        List<String> args = new ArrayList<>(List.of(
                "report",
                "--exposures",
                data + "exposures.jsonl",
                "--outcomes",
                data + "outcomes.jsonl",
                "--assignments",
                data + "assignments.jsonl",
                "--slice",
                "surface",
                "--max-empty-rate",
                "0.01",
                "--max-error-rate",
                "0.01",
                "--max-latency-p95-ms",
                "200",
                "--max-latency-p99-ms",
                "300"));
        List<String> forms = List.of("json", "md", "html");
        forms.forEach(form -> args.addAll(List.of("--output", form + "=" + folder.resolve(set + "." + form))));
        FixedRun.of(args.toArray(String[]::new));

        for (String form : forms) {
            Path golden = GOLDEN.resolve(set + "." + form);
            String now = Files.readString(folder.resolve(set + "." + form));
            if (Boolean.getBoolean("golden.accept")) {
                Files.createDirectories(GOLDEN);
                Files.writeString(golden, now);
            }
            assertThat(now).as(golden.toString()).isEqualTo(Files.readString(golden));
        }
    }
}
