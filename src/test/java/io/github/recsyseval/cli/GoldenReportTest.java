package io.github.recsyseval.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Whole reports as they were when somebody read them. A change shows up as a difference; after reading it, accept it with
 * {@code mvn test -Dtest=GoldenReportTest -Dgolden.accept=true}. Figures are held against outside sources in other tests.
 */
class GoldenReportTest {
    private static final Path GOLDEN = Path.of("src/test/resources/golden");
    private static final String LIMITS = "--slice surface --max-empty-rate 0.01 --max-error-rate 0.01"
            + " --max-latency-p95-ms 200 --max-latency-p99-ms 300";

    @TempDir
    Path folder;

    /** A report of a set of logs in some forms. */
    enum Kind {
        CLEAN("clean", "json,md,html", "report " + LIMITS),
        FAULTS("faults", "json,md,html", "report " + LIMITS),
        EXPERIMENT(
                "clean",
                "json,md,html,text",
                "experiment --control A --slice surface --primary ctr,conversion_rate --min-lift ctr=1%"
                        + " --pre-until 2026-11-03 --max-latency-p95-ms 200"),
        EXPERIMENT_WITH_FAULTS("faults", "md", "experiment --control A --slice surface"),
        AA_CHECK("clean", "md,html", "aa-check --metrics ctr,click_rate,conversion_rate");

        private final String set;
        private final List<String> forms;
        private final List<String> command;

        Kind(String set, String forms, String command) {
            this.set = set;
            this.forms = List.of(forms.split(","));
            this.command = List.of(command.split(" "));
        }

        String file() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    @ParameterizedTest
    @EnumSource
    void isAsItWasRead(Kind kind) throws IOException {
        String data = "testdata/" + kind.set + "/";
        List<String> args = new ArrayList<>(kind.command);
        args.addAll(List.of("--exposures", data + "exposures.jsonl", "--outcomes", data + "outcomes.jsonl"));
        if (kind != Kind.AA_CHECK) {
            args.addAll(List.of("--assignments", data + "assignments.jsonl"));
        }
        List<String> files = new ArrayList<>();
        for (String form : kind.forms) {
            files.add(kind.file() + "." + form);
            args.addAll(List.of("--output", form + "=" + folder.resolve(kind.file() + "." + form)));
        }
        if (kind == Kind.EXPERIMENT) {
            files.add("decision.json");
            args.addAll(List.of("--decision", folder.resolve("decision.json").toString()));
        }
        FixedRun.of(args.toArray(String[]::new));

        for (String file : files) {
            Path golden = GOLDEN.resolve(file);
            String now = Files.readString(folder.resolve(file));
            if (Boolean.getBoolean("golden.accept")) {
                Files.createDirectories(GOLDEN);
                Files.writeString(golden, now);
            }
            assertThat(now).as(golden.toString()).isEqualTo(Files.readString(golden));
        }
    }
}
