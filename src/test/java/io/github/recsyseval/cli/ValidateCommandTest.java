package io.github.recsyseval.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.recsyseval.testing.Cli;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ValidateCommandTest {
    private static final String VALID = "{\"request_id\":\"r1\",\"user_id\":\"u1\",\"ts\":\"2026-11-20T10:00:00Z\","
            + "\"items\":[{\"item_id\":\"a\",\"rank\":1}],\"context\":{\"tenant_id\":\"t\",\"surface\":\"s\"}}";
    private static final String CLICK = "{\"request_id\":\"r1\",\"user_id\":\"u1\",\"item_id\":\"a\","
            + "\"event_type\":\"click\",\"ts\":\"2026-11-20T10:00:01Z\"}";

    @TempDir
    private Path folder;

    private Path file(String name, String content) throws IOException {
        return file(name, content.getBytes(UTF_8));
    }

    private Path file(String name, byte[] content) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        return Files.write(file, content);
    }

    private static Cli exposures(Path file, String... more) {
        List<String> args = new ArrayList<>(List.of("validate", "--schema", "exposure.v1", file.toString()));
        args.addAll(List.of(more));
        return Run.of(args.toArray(String[]::new));
    }

    private static JsonNode json(Cli run) {
        return JsonMapper.shared().readTree(run.out());
    }

    @Test
    void acceptsValidRecordsFromEveryKindOfInput() throws IOException {
        Path a = file("logs/dt=1/a.jsonl", VALID + "\n");
        file("logs/dt=2/b", VALID.replace("r1", "r2") + "\r\n\n");
        file("logs/_SUCCESS", "");
        file("logs/.hidden", "x");

        Cli run = exposures(folder.resolve("logs"), "--input", a.toString(), "--format", "json");

        assertThat(run.exitCode()).isZero();
        assertThat(run.err()).isEmpty();
        JsonNode report = json(run);
        assertThat(report.at("/records").asInt()).isEqualTo(3);
        assertThat(report.at("/verdict").asString()).isEqualTo("valid");
        assertThat(report.at("/blank_lines").asInt()).isEqualTo(1);
        assertThat(report.at("/files").size()).isEqualTo(3);
        assertThat(report.at("/skipped").size()).isEqualTo(2);
    }

    @Test
    void readsStandardInput() {
        Cli run = Run.with(
                Map.of(),
                (VALID + "\n").getBytes(UTF_8),
                "validate",
                "--schema",
                "exposure.v1",
                "-",
                "--format",
                "json");

        assertThat(run.exitCode()).isZero();
        assertThat(json(run).at("/files/0").asString()).isEqualTo("(standard input)");
    }

    @Test
    void failsWithSixWhenARecordIsInvalidUnlessThatShareIsTolerated() throws IOException {
        Path log = file("e.jsonl", VALID + "\n{}\n" + VALID + "\n" + VALID + "\n");

        assertThat(exposures(log).exitCode()).isEqualTo(6);
        assertThat(exposures(log, "--max-invalid-rate", "0.24").exitCode()).isEqualTo(6);
        Cli tolerated = exposures(log, "--max-invalid-rate", "0.25");
        assertThat(tolerated.exitCode()).isZero();
        assertThat(tolerated.out()).startsWith("TOLERATED  1 of 4 records (25.0 %)");
    }

    @Test
    void countsAllViolationsOfARecordAndKeepsExamplesApart() throws IOException {
        String bad = "{\"request_id\":\"\",\"user_id\":\"u\",\"ts\":\"x\",\"items\":[{\"item_id\":\"a\",\"rank\":0},"
                + "{\"item_id\":\"b\",\"rank\":0}]}\n";
        Path log = file("e.jsonl", VALID + "\n" + bad.repeat(30));

        JsonNode report = json(exposures(log, "--format", "json", "--max-errors", "3"));

        assertThat(report.at("/violations").size()).isEqualTo(3);
        for (JsonNode violation : report.at("/violations").values()) {
            assertThat(violation.at("/count").asInt()).isEqualTo(30);
            assertThat(violation.at("/first/line").asInt()).isEqualTo(2);
            assertThat(violation.at("/last/line").asInt()).isEqualTo(31);
            assertThat(violation.at("/examples").size()).isEqualTo(3);
        }
    }

    @Test
    void namesTheOtherContractInsteadOfTenThousandErrors() throws IOException {
        Path log = file("e.jsonl", (CLICK + "\n").repeat(10_000));

        Cli run = exposures(log);

        assertThat(run.exitCode()).isEqualTo(66);
        assertThat(run.out()).isEmpty();
        assertThat(run.err())
                .isEqualTo(
                        "recsys-eval: " + log + ": these look like outcome.v1 records, not exposure.v1 (100 checked);"
                                + " validate them with --schema outcome.v1\n");
    }

    @Test
    void suggestsWhatWasMeantByAnUnknownProperty() throws IOException {
        Path log = file(
                "e.jsonl",
                VALID.replace("\"ts\"", "\"timestamp\"") + "\n"
                        + VALID.replace("{\"request_id", "{\"tenant\":\"t\",\"request_id") + "\n" + VALID + "\n");

        String text = exposures(log).out().replaceAll("\\s+", " ");

        assertThat(text).contains("did you mean \"ts\"?").contains("did you mean \"context.tenant_id\"?");
    }

    @Test
    void reportsWhatWasReadableOfATruncatedArchive() throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
            for (int i = 0; i < 50_000; i++) {
                gzip.write((VALID.replace("r1", "r" + i * 7919L) + "\n").getBytes(UTF_8));
            }
        }
        byte[] half = java.util.Arrays.copyOf(packed.toByteArray(), packed.size() / 2);
        Path log = file("e.jsonl.gz", half);

        Cli run = exposures(log, "--format", "json");

        assertThat(run.exitCode()).isEqualTo(66);
        assertThat(run.err()).startsWith("recsys-eval: " + log + ": cannot be read to its end, truncated or corrupt");
        assertThat(json(run).at("/verdict").asString()).isEqualTo("incomplete");
        assertThat(json(run).at("/valid").asInt()).isBetween(20_000, 30_000);
    }

    @Test
    void namesAnUnfinishedLastLineAndLeavesItOutWhenAsked() throws IOException {
        Path log = file("e.jsonl", VALID + "\n" + VALID.substring(0, 60));

        assertThat(exposures(log).exitCode()).isEqualTo(6);
        assertThat(exposures(log).out().replaceAll("\\s+", " ")).contains("still being written");
        Cli allowed = exposures(log, "--allow-partial-tail", "--format", "json");
        assertThat(allowed.exitCode()).isZero();
        assertThat(json(allowed).at("/records").asInt()).isEqualTo(1);
        assertThat(json(allowed).at("/partial_tails").asInt()).isEqualTo(1);
    }

    /** A byte order mark, blank lines, CR LF, no newline at the end: without invalid lines the copy is the input. */
    @Test
    void whatIsAcceptedIsTheInputWithoutTheInvalidLines() throws IOException {
        String kept = "\uFEFF\n" + VALID + "\r\n \t\r\n\n" + VALID.replace("r1", "r2");
        Path clean = file("clean.jsonl", kept);
        Path mixed = file("mixed.jsonl", kept.replace("\n\n", "\n{}\n\n7\n"));
        Path accepted = folder.resolve("good");

        for (Path log : List.of(clean, mixed)) {
            exposures(log, "--accepted", accepted.toString());
            assertThat(accepted).hasContent(kept).hasBinaryContent(kept.getBytes(UTF_8));
        }
        // A mark in the middle of a file would spoil the line behind it.
        exposures(clean, clean.toString(), "--accepted", accepted.toString());
        assertThat(accepted).hasBinaryContent((kept + "\n" + kept.substring(1)).getBytes(UTF_8));
    }

    @Test
    void copiesLinesByteForByteAndForTheOwnerOnly() throws IOException {
        byte[] valid = (VALID + "\r\n").getBytes(UTF_8);
        byte[] invalid = "{\"x\":\"\u00e4\"}\n".getBytes(UTF_8);
        byte[] notUtf8 = {'{', '"', (byte) 0xff, '"', '}', '\n'};
        byte[] last = VALID.replace("r1", "r2").getBytes(UTF_8);
        Path first = file("a.jsonl", concat(valid, invalid, "\n".getBytes(UTF_8), notUtf8, last));
        Path second = file("b.jsonl", concat(valid, "{}".getBytes(UTF_8)));
        Path rejects = folder.resolve("bad.jsonl");
        Path accepted = folder.resolve("good.jsonl");

        Cli run =
                exposures(first, second.toString(), "--rejects", rejects.toString(), "--accepted", accepted.toString());

        assertThat(run.exitCode()).isEqualTo(6);
        assertThat(Files.readAllBytes(rejects)).isEqualTo(concat(invalid, notUtf8, "{}".getBytes(UTF_8)));
        assertThat(Files.readAllBytes(accepted))
                .isEqualTo(concat(valid, "\n".getBytes(UTF_8), last, "\n".getBytes(UTF_8), valid));
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(rejects)))
                .isEqualTo("rw-------");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(accepted)))
                .isEqualTo("rw-------");
    }

    private static byte[] concat(byte[]... parts) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            all.writeBytes(part);
        }
        return all.toByteArray();
    }

    @Test
    void neverWritesOverAnInputOrIntoOneFileTwice() throws IOException {
        Path log = file("e.jsonl", VALID + "\n{}\n");

        assertThat(exposures(log, "--rejects", log.toString()).exitCode()).isEqualTo(64);
        assertThat(exposures(log, "--rejects", "x", "--accepted", "./x").exitCode())
                .isEqualTo(64);
        String copy = folder.resolve("copy").toString();
        String sameCopy = folder.resolve("./copy").toString();
        assertFails(64, "is given twice", exposures(log, "--rejects", copy, "--output", copy));
        assertFails(64, "is given twice", exposures(log, "--rejects", copy, "--output", "text=" + sameCopy));
        assertFails(64, "is given twice", exposures(log, "--accepted", copy, "--output", "json=" + copy));
        assertThat(folder.resolve("copy")).doesNotExist();
        assertThat(Files.readString(log)).isEqualTo(VALID + "\n{}\n");
    }

    @Test
    void leavesNoHalfWrittenCopiesWhenItFails() throws IOException {
        Path log = file("in/e.jsonl", (CLICK + "\n").repeat(200));

        Cli run = exposures(log, "--rejects", folder.resolve("bad").toString());

        assertThat(run.exitCode()).isEqualTo(66);
        try (var files = Files.list(folder)) {
            assertThat(files).containsExactly(folder.resolve("in"));
        }
    }

    @Test
    void aRuleMakesAFindingFailOrDisappear() throws IOException {
        Path log = file("e.jsonl", VALID.replace("\"rank\":1", "\"rank\":2") + "\n");

        assertThat(exposures(log).exitCode()).isZero();
        assertThat(exposures(log).out()).contains("J15");
        Cli failed = exposures(log, "--rule", "J15=fail");
        assertThat(failed.exitCode()).isEqualTo(6);
        assertThat(failed.out()).startsWith("FAILED  the only record");
        assertThat(exposures(log, "--rule", "ranks=off").out()).doesNotContain("J15");
        assertThat(exposures(log, "--rule", "rank=off").err()).contains("did you mean ranks?");
        // Those of the table in docs/validation.md.
        assertFails(
                64,
                "does not look for J01 (id-twice), only for J04, J08, J10, J12, J13, J15, J16, J17, J24, J25\n",
                exposures(log, "--rule", "J01=fail"));
    }

    @Test
    void showsPersonalDataAsAShapeOnly() throws IOException {
        Path log = file("e.jsonl", VALID.replace("\"u1\"", "\"anna.berg95@example.com\"") + "\n");

        Cli run = exposures(log, "--format", "json");

        assertThat(run.exitCode()).isZero();
        assertThat(run.out()).doesNotContain("anna").doesNotContain("95@");
        JsonNode finding = json(run).at("/findings/0");
        assertThat(finding.at("/code").asString()).isEqualTo("J12");
        assertThat(finding.at("/path").asString()).isEqualTo("/user_id");
        assertThat(finding.at("/kind").asString()).isEqualTo("email");
        assertThat(finding.at("/shape").asString()).isEqualTo("aaaa.aaaa99@aaaaaaa.aaa");
        assertThat(exposures(log, "--pii", "fail").exitCode()).isEqualTo(6);
        assertThat(json(exposures(log, "--pii", "off", "--format", "json"))
                        .at("/findings")
                        .size())
                .isZero();
    }

    @Test
    void findsEveryOddityBeyondTheSchema() throws IOException {
        String time = VALID.replace("2026-11-20", "1970-01-01").replace("r1", "r2");
        String later = VALID.replace("2026-11-20", "2199-01-01").replace("r1", "r3");
        String user = VALID.replace("u1", "r4").replace("r1", "r4");
        String bare = VALID.replace(",\"context\":{\"tenant_id\":\"t\",\"surface\":\"s\"}", "")
                .replace("r1", "r5");
        String twice = VALID.replace("\"rank\":1}", "\"rank\":1},{\"item_id\":\"a\",\"rank\":2}")
                .replace("r1", "r6");
        String propensity =
                VALID.replace("\"rank\":1", "\"rank\":1,\"propensity\":1.5").replace("r1", "r7");
        String key = VALID.replace("\"surface\":\"s\"", "\"surface\":\"s\",\"surface\":\"s\"")
                .replace("r1", "r8");
        Path log = file(
                "e.jsonl", String.join("\n", VALID, time, later, user, bare, twice, propensity, key, VALID) + "\n");

        JsonNode report = json(exposures(log, "--format", "json"));

        assertThat(report.at("/findings").values().stream()
                        .map(f -> f.at("/code").asString() + " "
                                + f.at("/count").asInt() + "/" + f.at("/of").asInt() + " "
                                + f.at("/first/line").asInt()))
                .containsExactlyInAnyOrder(
                        "J04 1/9 9", "J08 1/8 4", "J10 2/8 2", "J16 1/8 6", "J17 1/8 5", "J24 1/8 7", "J25 1/8 8");
    }

    @Test
    void findsOddValuesOfOutcomes() throws IOException {
        String sale = CLICK.replace("click", "conversion");
        Path log = file(
                "o.jsonl",
                String.join(
                                "\n",
                                CLICK,
                                sale,
                                sale.replace("}", ",\"value\":0}"),
                                sale.replace("}", ",\"value\":-1}"),
                                sale.replace("}", ",\"value\":3}"))
                        + "\n");

        JsonNode finding = json(Run.of("validate", "--schema", "outcome.v1", log.toString(), "--format", "json"))
                .at("/findings/0");

        assertThat(finding.at("/code").asString()).isEqualTo("J13");
        // a refund is a value
        assertThat(finding.at("/count").asInt()).isEqualTo(2);
        assertThat(finding.at("/of").asInt()).isEqualTo(4);
    }

    @Test
    void anEmptyInputIsAWarningUnlessRecordsAreRequired() throws IOException {
        Path log = file("e.jsonl", "");

        assertThat(exposures(log).exitCode()).isZero();
        assertThat(exposures(log).out()).startsWith("EMPTY  no records");
        assertThat(json(exposures(log, "--format", "json")).at("/records").asInt())
                .isZero();
        assertThat(exposures(log, "--require-records").exitCode()).isEqualTo(6);
    }

    @Test
    void quietSaysNothingOnSuccessAndOneParagraphOnFailure() throws IOException {
        Path good = file("good.jsonl", VALID + "\n");
        Path bad = file("bad.jsonl", VALID + "\n{}\n");

        Cli silent = exposures(good, "--quiet");
        assertThat(silent.exitCode()).isZero();
        assertThat(silent.out() + silent.err()).isEmpty();
        Cli failed = exposures(bad, "--quiet", "--output", "json=" + folder.resolve("v.json"));
        assertThat(failed.out()).isEmpty();
        assertThat(failed.err())
                .isEqualTo(
                        "recsys-eval: 1 of 2 records (50.0 %) do not match exposure.v1; most often: required property"
                                + " \"items\" is missing, first " + bad + ":2; the report is "
                                + folder.resolve("v.json") + "\n");
        assertThat(Files.readString(folder.resolve("v.json"))).contains("\"validation.v1\"");
    }

    @Test
    void oneParagraphIsOneLineWhateverTheNamesOfFiles() throws IOException {
        Path bad = file("a\nb\u001b[31m.jsonl", "{}\n7\n");
        Path cut = file("cut.gz", new byte[] {0x1f, (byte) 0x8b, 8});

        for (Cli run : List.of(
                exposures(bad, "--quiet"),
                exposures(bad, cut.toString(), "--quiet"),
                exposures(cut, "--quiet"),
                exposures(folder.resolve("no\nfile"), "--quiet"))) {
            assertThat(run.out()).isEmpty();
            assertThat(run.err()).matches("recsys-eval: \\P{Cntrl}+\n");
        }
    }

    @Test
    void aSummaryPageThatCannotBeWrittenChangesNeitherAnnotationsNorVerdict() throws IOException {
        Path log = file("e.jsonl", "{}\n");
        String[] command = {"validate", "--schema", "exposure.v1", log.toString(), "--format", "github"};

        Cli run = Run.with(Map.of("GITHUB_STEP_SUMMARY", folder + "/none/s.md"), new byte[0], command);

        assertThat(run.out()).isEqualTo(Run.of(command).out()).startsWith("::error ");
        assertThat(run.err())
                .isEqualTo("recsys-eval: warning: GITHUB_STEP_SUMMARY names a file that cannot be written, " + folder
                        + "/none/s.md: no such directory\n");
        assertThat(run.exitCode()).isEqualTo(6);
    }

    @Test
    void acceptsAByteOrderMarkAndCarriageReturnsWithANote() throws IOException {
        Path log = file("e.jsonl", "\uFEFF" + VALID + "\r\n \r\n" + VALID.replace("r1", "r2") + "\r\n");

        JsonNode report = json(exposures(log, "--format", "json"));

        assertThat(report.at("/valid").asInt()).isEqualTo(2);
        assertThat(report.at("/blank_lines").asInt()).isEqualTo(1);
        assertThat(report.at("/notes").size()).isEqualTo(2);
    }

    @Test
    void neverHoldsALineOverTheLimit() throws IOException {
        Path log = file("e.jsonl", VALID + "\n\"" + "x".repeat(20 << 20) + "\"\n" + VALID.replace("r1", "r2") + "\n");

        JsonNode report = json(exposures(log, "--format", "json"));

        assertThat(report.at("/valid").asInt()).isEqualTo(2);
        assertThat(report.at("/violations/0/keyword").asString()).isEqualTo("max-line-bytes");
        assertThat(report.at("/violations/0/first/line").asInt()).isEqualTo(2);
    }

    @Test
    void oneSentenceAndTheRightCodeForWhatCannotBeDone() throws IOException {
        Path log = file("e.jsonl", VALID + "\n");
        Files.createDirectory(folder.resolve("nothing"));

        assertFails(66, "no such file", exposures(folder.resolve("absent.jsonl")));
        assertFails(66, "holds no log files", exposures(folder.resolve("nothing")));
        assertFails(64, "did you mean exposure.v1?", Run.of("validate", "--schema", "exposures.v1", log.toString()));
        assertFails(66, "there is no such file", Run.of("validate", "--schema", "./none.json", log.toString()));
        assertFails(64, "needs an input", Run.of("validate", "--schema", "exposure.v1"));
        assertFails(64, "from 0 to 1", exposures(log, "--max-invalid-rate", "5"));
        assertFails(64, "did you mean json?", exposures(log, "--format", "jason"));
        assertFails(64, "--pii takes", exposures(log, "--pii", "maybe"));
        assertFails(64, "--pii off and --rule J12=fail say different", exposures(log, "--pii=off", "--rule=J12=fail"));
        assertThat(exposures(log, "--pii=fail", "--rule=J12=fail").exitCode()).isZero();
        assertFails(
                64,
                "--map is for the contracts of logs (exposure.v1,",
                Run.of("validate", "--schema=report.v1", "--map=minimal", log.toString()));
        assertFails(74, "cannot write", exposures(log, "--output", folder + "/none/report.txt"));
        assertFails(74, "cannot write", exposures(log, "--rejects", folder + "/none/bad.jsonl"));
    }

    private static void assertFails(int code, String words, Cli run) {
        assertThat(run.err()).startsWith("recsys-eval: ").contains(words).doesNotContain("\tat ");
        assertThat(run.exitCode()).isEqualTo(code);
        assertThat(run.out()).isEmpty();
    }

    @Test
    void theReportIsTheSameWhateverTheThreads() throws IOException {
        StringBuilder lines = new StringBuilder();
        for (int i = 0; i < 20_000; i++) {
            lines.append(i % 97 == 0 ? "{\"x\":" + i + "}" : VALID.replace("r1", "r" + i % 19_000))
                    .append('\n');
        }
        Path log = file("e.jsonl", lines.toString());

        String one = exposures(log, "--format", "json", "--threads", "1").out();
        String five = exposures(log, "--format", "json", "--threads", "5").out();

        assertThat(withoutRun(five)).isEqualTo(withoutRun(one)).contains("\"J04\"");
    }

    private static String withoutRun(String json) {
        return json.substring(0, json.indexOf("\"run\""));
    }

    @Test
    void checksAgainstASchemaOfTheUsersOwn() throws IOException {
        Path schema = file(
                "own.json", "{\"type\":\"object\",\"required\":[\"a\"],\"properties\":{\"a\":{\"pattern\":\"^x\"}}}");
        Path log =
                file("own.jsonl", "{\"a\":\"xy\"}\n{\"a\":\"y\"}\n{}\n{\"a\":\"x\",\"b\":\"someone@example.org\"}\n");

        JsonNode report = json(Run.of("validate", "--schema", schema.toString(), log.toString(), "--format", "json"));

        assertThat(report.at("/invalid").asInt()).isEqualTo(2);
        assertThat(report.at("/findings/0/path").asString()).isEqualTo("/b");
    }

    @Test
    void keepsWithinTheLimitsOfGithubAndEscapesWhatComesFromData() throws IOException {
        StringBuilder lines = new StringBuilder(VALID + "\n");
        for (int i = 0; i < 40; i++) {
            lines.append("{\"a%::error::b" + i + "\\n\":1}\n");
        }
        Path log = file("a,b:c%.jsonl", lines.toString());
        Path summary = file("summary.md", "before\n");

        Cli run = Run.with(
                Map.of("GITHUB_STEP_SUMMARY", summary.toString()),
                new byte[0],
                "validate",
                "--schema",
                "exposure.v1",
                log.toString(),
                "--format",
                "github");

        assertThat(run.out().lines().filter(line -> line.startsWith("::error ")))
                .hasSizeLessThanOrEqualTo(10);
        assertThat(run.out().lines()).allMatch(line -> line.matches("::(error|warning|notice) [^:]*::.*"));
        assertThat(run.out()).contains("a%2Cb%3Ac%25.jsonl");
        assertThat(Files.readString(summary)).startsWith("before\n### validate exposure.v1: invalid (failed)");
    }
}
