package io.github.recsyseval.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.recsyseval.schema.SchemaCatalog;
import io.github.recsyseval.schema.SchemaValidator;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class JoinRecordsTest {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String EXPOSURE_R1 =
            "{\"request_id\":\"r1\",\"user_id\":\"u1\",\"ts\":\"2026-11-20T10:00:00Z\",\"items\":[{\"item_id\":\"b\",\"rank\":2},"
                    + "{\"item_id\":\"a\",\"rank\":1,\"note\":1.50}],\"latency_ms\":12.0}";
    private static final String EXPOSURE_R2 =
            "{\"request_id\":\"r2\",\"user_id\":\"u2\",\"ts\":\"2026-11-20T11:00:00Z\",\"items\":[]}";

    @TempDir
    private Path folder;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    private int join(String... more) throws IOException {
        List<String> args = new ArrayList<>(List.of("join", "--exposures", path("e"), "--outcomes", path("o")));
        args.addAll(List.of(more));
        Terminal terminal = new Terminal(
                new ByteArrayInputStream(new byte[0]), out, new PrintStream(err, true, StandardCharsets.UTF_8));
        return RecsysEval.run(terminal, args.toArray(String[]::new));
    }

    private String path(String name) {
        return folder.resolve(name).toString();
    }

    private void write(String name, String... lines) throws IOException {
        Files.writeString(folder.resolve(name), String.join("\n", lines) + "\n");
    }

    private String read(String name) throws IOException {
        return Files.readString(folder.resolve(name));
    }

    private static String outcome(String request, String item, String time) {
        return "{\"request_id\":\"" + request + "\",\"user_id\":\"u1\",\"item_id\":\"" + item
                + "\",\"event_type\":\"click\",\"ts\":\"2026-11-20T" + time + "Z\"}";
    }

    private static String open(String record) {
        return record.substring(0, record.length() - 1);
    }

    @Test
    void writesEachExposureAsLoggedWithItsOutcomesByTime() throws IOException {
        write("e", EXPOSURE_R2, "{ " + EXPOSURE_R1.substring(1) + " ");
        write("o", outcome("r1", "b", "10:00:09"), outcome("r1", "x", "10:00:05"), outcome("r3", "a", "10:00:05"));

        assertThat(join("--output", path("joined.jsonl"), "--unmatched-outcomes", path("rest.jsonl")))
                .isZero();

        assertThat(read("joined.jsonl"))
                .isEqualTo(open(EXPOSURE_R2) + ",\"outcomes\":[]}\n{ "
                        + open(EXPOSURE_R1).substring(1)
                        + ",\"outcomes\":["
                        + open(outcome("r1", "x", "10:00:05")) + ",\"class\":\"item_not_shown\",\"rank\":null},"
                        + open(outcome("r1", "b", "10:00:09")) + ",\"class\":\"attributed\",\"rank\":2}]}\n");
        assertThat(read("rest.jsonl"))
                .isEqualTo(open(outcome("r3", "a", "10:00:05"))
                        + ",\"class\":\"unmatched\",\"reason\":\"no exposure has its request_id\"}\n");
    }

    @Test
    void writesOneLinePerOutcomeInTheOtherLayout() throws IOException {
        write("e", EXPOSURE_R2, EXPOSURE_R1);
        write("o", outcome("r1", "a", "09:00:00"));

        assertThat(join("--output", path("joined.jsonl"), "--layout", "outcome"))
                .isZero();

        assertThat(read("joined.jsonl"))
                .isEqualTo(open(outcome("r1", "a", "09:00:00"))
                        + ",\"class\":\"before_exposure\",\"rank\":1,\"exposure\":" + EXPOSURE_R1 + "}\n");
    }

    @Test
    void namesWhyAnExposureHasNoOutcomes() throws IOException {
        write("e", EXPOSURE_R1, EXPOSURE_R1, EXPOSURE_R1.replace("u1", "u9"), EXPOSURE_R2);
        write("o", outcome("r1", "a", "10:00:01"));

        assertThat(join("--unmatched-exposures", path("rest.jsonl"))).isZero();

        assertThat(read("rest.jsonl")
                        .lines()
                        .map(line -> JSON.readTree(line).get("class").asString()))
                .containsExactly("identical_duplicate", "conflicting_duplicate", "without_outcome");
    }

    @Test
    void keepsLateAndRepeatedOutcomesOutOfTheJoinedLines() throws IOException {
        write("e", EXPOSURE_R1);
        write(
                "o",
                outcome("r1", "a", "10:00:01"),
                outcome("r1", "a", "10:00:02.500"),
                outcome("r1", "a", "10:00:03.500"),
                outcome("r1", "b", "10:31:00"));

        assertThat(join(
                        "--output",
                        path("joined.jsonl"),
                        "--unmatched-outcomes",
                        path("rest.jsonl"),
                        "--attribution-window",
                        "30m",
                        "--outcome-dedupe",
                        "window:2s"))
                .isZero();

        assertThat(JSON.readTree(read("joined.jsonl")).get("outcomes")).hasSize(2);
        assertThat(read("rest.jsonl")
                        .lines()
                        .map(line -> JSON.readTree(line).get("class").asString()))
                .containsExactly("duplicate", "outside_window");
    }

    @Test
    void everyLineOfTheFaultySetFitsThePublishedSchema() throws IOException {
        Files.copy(Path.of("testdata/faults/exposures.jsonl"), folder.resolve("e"));
        Files.copy(Path.of("testdata/faults/outcomes.jsonl"), folder.resolve("o"));

        int code = join(
                "--max-invalid-rate=0.1",
                "--output",
                path("joined"),
                "--output",
                "json=" + path("report"),
                "--unmatched-outcomes",
                path("outcomes"),
                "--unmatched-exposures",
                path("exposures"));

        assertThat(code).isZero();
        SchemaValidator schema = SchemaCatalog.load("schemas/joined.v1.json").newValidator();
        for (String file : List.of("joined", "outcomes", "exposures")) {
            for (String line : Files.readAllLines(folder.resolve(file))) {
                byte[] bytes = line.getBytes(StandardCharsets.UTF_8);
                assertThat(schema.validate(bytes, 0, bytes.length)).isEmpty();
            }
        }
        JsonNode quality = JSON.readTree(read("report")).get("data_quality");
        assertThat(classes("outcomes"))
                .containsEntry(
                        "unmatched", quality.at("/outcome_classes/unmatched").asLong());
        assertThat(read("joined").lines().count()
                        + classes("exposures").getOrDefault("conflicting_duplicate", 0L)
                        + classes("exposures").getOrDefault("identical_duplicate", 0L))
                .isEqualTo(quality.at("/join_integrity/exposure_count").asLong());
    }

    private Map<String, Long> classes(String file) throws IOException {
        Map<String, Long> classes = new TreeMap<>();
        for (String line : Files.readAllLines(folder.resolve(file))) {
            classes.merge(JSON.readTree(line).get("class").asString(), 1L, Long::sum);
        }
        return classes;
    }

    @Test
    void recordsAreForTheirOwnerOnly() throws IOException {
        write("e", EXPOSURE_R1);
        write("o", outcome("r1", "a", "10:00:01"));

        join("--output", path("joined.jsonl"), "--unmatched-outcomes", path("u"), "--unmatched-exposures", path("x"));

        for (String file : List.of("joined.jsonl", "u", "x")) {
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve(file))))
                    .isEqualTo("rw-------");
        }
    }

    @Test
    void leavesNothingBehindWhenTheInputIsUnusable() throws IOException {
        write("e", EXPOSURE_R1);
        write("joined.jsonl", "kept");

        assertThat(join("--output", path("joined.jsonl"))).isEqualTo(ExitCode.INPUT);

        assertThat(read("joined.jsonl")).isEqualTo("kept\n");
        try (var files = Files.list(folder)) {
            assertThat(files).hasSize(2);
        }
    }

    @Test
    void refusesTwoOutputsInOneFile() throws IOException {
        write("e", EXPOSURE_R1);
        write("o", outcome("r1", "a", "10:00:01"));

        assertThat(join("--output", path("x"), "--unmatched-outcomes", path("x")))
                .isEqualTo(ExitCode.USAGE);
        assertThat(err.toString(StandardCharsets.UTF_8))
                .contains("x is given twice: each output needs a file of its own");
    }

    @Test
    void namesTheOptionWhoseFileIsAnInput() throws IOException {
        write("e", EXPOSURE_R1);
        write("o", outcome("r1", "a", "10:00:01"));

        assertThat(join("--unmatched-outcomes", path("o"))).isEqualTo(ExitCode.USAGE);
        assertThat(join("--unmatched-exposures", path("e"))).isEqualTo(ExitCode.USAGE);

        assertThat(err.toString(StandardCharsets.UTF_8))
                .contains("--unmatched-outcomes " + path("o") + " is one of the inputs")
                .contains("--unmatched-exposures " + path("e") + " is one of the inputs");
        assertThat(read("o")).contains("r1");
    }

    @Test
    void failsWhereALimitIsMissed() throws IOException {
        write("e", EXPOSURE_R1, EXPOSURE_R1.replace("u1", "u9"), EXPOSURE_R2);
        write("o", outcome("r1", "a", "10:00:01"), outcome("r3", "a", "10:00:01"));

        assertThat(join("--min-outcome-join-rate", "0.5", "--min-exposure-join-rate", "0.5"))
                .isZero();
        assertThat(join("--min-outcome-join-rate", "0.51")).isEqualTo(ExitCode.LIMIT_FAILED);
        assertThat(join("--min-exposure-join-rate", "0.51")).isEqualTo(ExitCode.LIMIT_FAILED);
        assertThat(join("--max-conflicting-duplicates", "1")).isZero();
        assertThat(join("--max-conflicting-duplicates", "0")).isEqualTo(ExitCode.LIMIT_FAILED);
        assertThat(err.toString(StandardCharsets.UTF_8))
                .contains("outcome join rate is 50 %, at least 51 % is needed")
                .contains("conflicting duplicates are 1, at most 0 are allowed");
    }

    @Test
    void failsWhereALimitCannotBeEvaluated() throws IOException {
        write("e", EXPOSURE_R1);
        write("o", outcome("r1", "a", "10:00:01"));

        assertThat(join("--min-assignment-join-rate", "0")).isEqualTo(ExitCode.LIMIT_FAILED);
        assertThat(err.toString(StandardCharsets.UTF_8))
                .contains("cannot be evaluated")
                .contains("there is no assignment");
    }

    @Test
    void failsOnAFindingThatIsNotTolerated() throws IOException {
        write("e", EXPOSURE_R1);
        write("o", outcome("r1", "a", "10:00:01"), outcome("r1", "x", "10:00:01"));

        assertThat(join("--fail-on", "J03,J10")).isZero();
        assertThat(join("--fail-on", "J03,item-not-shown")).isEqualTo(ExitCode.LIMIT_FAILED);
        assertThat(err.toString(StandardCharsets.UTF_8)).contains("J09 item-not-shown: 50 % of the joined outcomes");
        assertThat(join("--fail-on", "J12,J15")).isZero();
        assertThat(join("--fail-on", "J24")).isEqualTo(ExitCode.LIMIT_FAILED);
        assertThat(err.toString(StandardCharsets.UTF_8)).contains("cannot be evaluated: no propensity is logged");
        assertThat(join("--fail-on", "diff-loss")).isEqualTo(ExitCode.LIMIT_FAILED);
        assertThat(join("--fail-on", "J25")).isEqualTo(ExitCode.LIMIT_FAILED);
        assertThat(join("--fail-on", "J99")).isEqualTo(ExitCode.USAGE);
    }

    @Test
    void saysWhatDeduplicationWouldChange() throws IOException {
        write("e", EXPOSURE_R1);
        write("o", outcome("r1", "a", "10:00:01"), outcome("r1", "a", "10:00:01"), outcome("r1", "a", "10:00:02"));

        assertThat(join("--format", "json")).isZero();

        JsonNode attribution = JSON.readTree(out.toByteArray()).at("/data_quality/attribution");
        assertThat(attribution.at("/dedupe_effects/0/rule").asString()).isEqualTo("exact");
        assertThat(attribution.at("/dedupe_effects/0/clicks").asLong()).isEqualTo(1);
        assertThat(attribution.at("/dedupe_effects/1/rule").asString()).isEqualTo("window:2s");
        assertThat(attribution.at("/dedupe_effects/1/clicks").asLong()).isEqualTo(2);
    }

    @Test
    void refusesAWindowWithoutUnit() throws IOException {
        write("e", EXPOSURE_R1);
        write("o", outcome("r1", "a", "10:00:01"));

        assertThat(join("--attribution-window", "30")).isEqualTo(ExitCode.USAGE);
        assertThat(err.toString(StandardCharsets.UTF_8)).contains("such as 30m, not 30");
    }
}
