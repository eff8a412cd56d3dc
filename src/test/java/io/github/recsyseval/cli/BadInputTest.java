package io.github.recsyseval.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.recsyseval.testing.Cli;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whatever is wrong with an input gets one sentence with its place, the right exit code, no stack trace, no half output. */
class BadInputTest {
    private static final Path CLEAN = Path.of("testdata/clean");
    private static final String OUTCOMES = CLEAN.resolve("outcomes.jsonl").toString();
    private static final String EXPOSURES = CLEAN.resolve("exposures.jsonl").toString();

    @TempDir
    private Path folder;

    @Test
    void missingFileIsNamed() {
        Cli run = report(folder.resolve("nope.jsonl"));
        assertThat(run.exitCode()).isEqualTo(66);
        assertSentence(run, "nope.jsonl: no such file");
        assertThat(run.out()).isEmpty();
    }

    /** On Linux only a configuration can say it; on Windows any of {@code < > : " | ? *} is enough. */
    @Test
    void anOutputThatNoFileCanBeCalledIsWrongUsage() throws IOException {
        Path config = write("config.yaml", "version: 1\noutput:\n  output: \"json=a\\0b.json\"\n");
        Cli run = report(Path.of(EXPOSURES), "--config", config.toString());
        assertThat(run.exitCode()).isEqualTo(64);
        assertSentence(run, "b.json: not a path: Nul character not allowed");
    }

    @Test
    void directoryWithoutLogsIsRefused() throws IOException {
        Files.writeString(folder.resolve("_SUCCESS"), "");
        Files.writeString(folder.resolve(".hidden"), "x");
        Cli run = report(folder);
        assertThat(run.exitCode()).isEqualTo(66);
        assertSentence(run, "the directory holds no log files");
    }

    @Test
    void emptyFileGivesAReportThatIsNotTrusted() throws IOException {
        Cli run = report(write("empty.jsonl", ""), "--format", "json");
        assertThat(run.exitCode()).isZero();
        assertThat(run.json().at("/summary/cases_evaluated").asLong()).isZero();
        assertThat(run.json().at("/summary/trusted").asBoolean()).isFalse();
        assertThat(run.json().at("/kpis/metrics/0/value").isNull()).isTrue();
        assertThat(report(write("empty.jsonl", ""), "--strict").exitCode()).isEqualTo(5);
    }

    /** Where no list has outcomes, or every list has, surfaces cannot be told apart by them. */
    @Test
    void logsWithoutAnyOutcomeAndWithOneForEveryListAreReported() throws IOException {
        String everyList = lines().stream()
                .map(line -> line.replaceFirst("^.*\"request_id\":\"([^\"]*)\".*$", "$1"))
                .map(id ->
                        "{\"request_id\":\"" + id + "\",\"user_id\":\"u\",\"item_id\":\"a\",\"event_type\":\"click\","
                                + "\"ts\":\"2030-01-01T00:00:00Z\"}\n")
                .collect(Collectors.joining());
        for (String outcomes : List.of("", everyList)) {
            Path log = write("outcomes.jsonl", outcomes);
            Cli run = Run.of("report", "--exposures", EXPOSURES, "--outcomes", log.toString(), "--format", "json");
            assertThat(run.exitCode()).as(run.err()).isZero();
            assertThat(run.json().at("/summary/cases_evaluated").asLong()).isEqualTo(500);
            assertThat(run.json().at("/data_quality/exposure_classes/joined").asLong())
                    .isEqualTo(outcomes.lines().count());
        }
    }

    @Test
    void truncatedLineIsInvalidWithItsPlace() throws IOException {
        List<String> lines = lines();
        lines.set(2, lines.get(2).substring(0, 40));
        Cli run = report(write("cut.jsonl", String.join("\n", lines) + "\n"), "--format", "json");
        assertThat(run.exitCode()).isEqualTo(5);
        assertThat(run.json().at("/data_quality/invalid_lines/exposures").asLong())
                .isEqualTo(1);
        assertThat(run.json().at("/data_quality/violations/0/keyword").asString())
                .isEqualTo("json");
        assertThat(run.json().at("/data_quality/violations/0/first/line").asLong())
                .isEqualTo(3);
        assertThat(run.json().at("/summary/cases_evaluated").asLong()).isEqualTo(499);
    }

    @Test
    void bytesThatAreNotUtf8AreInvalid() throws IOException {
        byte[] bytes = Files.readAllBytes(Path.of(EXPOSURES));
        int at = new String(bytes, StandardCharsets.ISO_8859_1).indexOf("\"user_id\":\"") + 12;
        bytes[at] = (byte) 0xff;
        Path file = Files.write(folder.resolve("bytes.jsonl"), bytes);
        Cli run = report(file, "--format", "json");
        assertThat(run.exitCode()).isEqualTo(5);
        assertThat(run.json().at("/data_quality/violations/0/first/line").asLong())
                .isEqualTo(1);
        assertThat(run.json()
                        .at("/data_quality/violations/0/examples/0/message")
                        .asString())
                .contains("not UTF-8");
    }

    @Test
    void byteOrderMarkAndCrLfAreAcceptedAndNoted() throws IOException {
        String text = "\ufeff" + String.join("\r\n", lines()) + "\r\n";
        Cli run = report(write("windows.jsonl", text), "--format", "json");
        assertThat(run.exitCode()).isZero();
        assertThat(run.json().at("/summary/cases_evaluated").asLong()).isEqualTo(500);
        assertThat(run.json().at("/data_quality/notes").toString()).contains("byte order mark", "CR LF");
    }

    @Test
    void blankLinesAreSkippedAndCounted() throws IOException {
        String text = "\n" + String.join("\n \t\n", lines()) + "\n\n";
        Cli run = report(write("blank.jsonl", text), "--format", "json");
        assertThat(run.exitCode()).isZero();
        assertThat(run.json().at("/provenance/inputs/0/blank_lines").asLong()).isEqualTo(1 + 499 + 1);
        assertThat(run.json().at("/provenance/inputs/0/valid_records").asLong()).isEqualTo(500);
    }

    @Test
    void twentyMegabyteLineIsInvalidAndTheNextOnesAreRead() throws IOException {
        byte[] huge = new byte[20 << 20];
        Arrays.fill(huge, (byte) 'x');
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.write((lines().get(0) + "\n").getBytes(StandardCharsets.UTF_8));
        bytes.write(huge);
        bytes.write(("\n" + lines().get(1) + "\n").getBytes(StandardCharsets.UTF_8));
        Path file = Files.write(folder.resolve("huge.jsonl"), bytes.toByteArray());
        Cli run = report(file, "--format", "json");
        assertThat(run.exitCode()).isEqualTo(5);
        assertThat(run.json().at("/summary/cases_evaluated").asLong()).isEqualTo(2);
        assertThat(run.json().at("/data_quality/violations/0/keyword").asString())
                .isEqualTo("max-line-bytes");
        assertThat(run.json().at("/data_quality/violations/0/first/line").asLong())
                .isEqualTo(2);
    }

    @Test
    void unfinishedLastLineIsNamedAndTolerated() throws IOException {
        String text = String.join("\n", lines());
        Path file = write("live.jsonl", text.substring(0, text.length() - 30));
        Cli run = report(file, "--format", "json");
        assertThat(run.exitCode()).isEqualTo(5);
        assertThat(run.json()
                        .at("/data_quality/violations/0/examples/0/message")
                        .asString())
                .contains("still being written");
        Cli tolerant = report(file, "--allow-partial-tail", "--format", "json");
        assertThat(tolerant.exitCode()).isZero();
        assertThat(tolerant.json().at("/data_quality/invalid_lines/exposures").asLong())
                .isZero();
        assertThat(tolerant.json().at("/data_quality/notes").toString()).contains("live.jsonl:500");
    }

    @Test
    void lastLineWithoutNewlineCounts() throws IOException {
        Cli run = report(write("whole.jsonl", String.join("\n", lines())), "--format", "json");
        assertThat(run.exitCode()).isZero();
        assertThat(run.json().at("/summary/cases_evaluated").asLong()).isEqualTo(500);
    }

    @Test
    void notJsonAtAllIsInvalidThroughout() throws IOException {
        Cli run = report(write("prose.txt", "Dear team,\nhere are the logs.\n"), "--format", "json");
        assertThat(run.exitCode()).isEqualTo(5);
        assertThat(run.json().at("/data_quality/invalid_lines/exposures").asLong())
                .isEqualTo(2);
    }

    @Test
    void swappedInputsAreNamedBeforeAnythingIsCounted() {
        Cli run = Run.of("report", "--exposures", OUTCOMES, "--outcomes", EXPOSURES);
        assertThat(run.exitCode()).isEqualTo(66);
        assertSentence(run, "holds exposure.v1 records (checked 100): are --outcomes and --exposures swapped?");
        assertThat(run.out()).isEmpty();
    }

    /** The README promises that every failure is listed. */
    @Test
    void whatElseFailsIsListedBesideAnArchiveThatIsCutOff() throws IOException {
        Cli run = report(cutArchive(), "--quiet", "--min-outcome-join-rate", "1");

        assertThat(run.exitCode()).isEqualTo(66);
        assertThat(run.err().lines().toList())
                .hasSize(2)
                .satisfiesExactly(
                        first -> assertThat(first).contains("cut.gz: cannot be read to its end"),
                        second -> assertThat(second).contains("outcome join rate is", "at least 100 % is needed"));
    }

    @Test
    void truncatedArchiveIsAnInputErrorAfterWhatWasReadable() throws IOException {
        Cli run = report(cutArchive(), "--format", "json");
        assertThat(run.exitCode()).isEqualTo(66);
        assertSentence(run, "cut.gz: cannot be read to its end");
        assertThat(run.json().at("/summary/cases_evaluated").asLong()).isBetween(100L, 450L);
        // Nothing that is decided may rest on half of the logs.
        assertThat(run.json().at("/summary/trusted").asBoolean()).isFalse();
        assertThat(run.json().at("/summary/untrusted_because/0").asString()).contains("cannot be read to its end");
    }

    private Path cutArchive() throws IOException {
        byte[] whole = gzip(Files.readAllBytes(Path.of(EXPOSURES)));
        return Files.write(folder.resolve("cut.gz"), Arrays.copyOf(whole, whole.length / 2));
    }

    /** What these programs write begins so. */
    @ParameterizedTest
    @CsvSource({"425a6839314159, bzip2", "fd377a585a0000, xz", "04224d1864a7, lz4"})
    void otherCompressionIsNamed(String start, String program) throws IOException {
        Path file = Files.write(folder.resolve("log"), HexFormat.of().parseHex(start));
        Cli run = report(file);
        assertThat(run.exitCode()).isEqualTo(66);
        assertSentence(
                run,
                "compressed by " + program + ", which is not supported; pipe in the output of " + program + " -dc");
    }

    /** Taken as lines, each of these would only be so many lines that are no JSON. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "504b050600000000 | an empty zip archive",
                "377abcaf271c0004 | a 7z archive, which is not supported; pipe in the output of 7z x -so",
                "4f52430000000000 | an ORC file, which is not supported; export it as JSON Lines",
                "504b030414000000 | a zip archive, which is not supported; pipe in the output of unzip -p",
                "5041523115041500 | a Parquet file, which is not supported; export it as JSON Lines",
                "4f626a0104166176 | an Avro file, which is not supported; export it as JSON Lines",
                "53514c69746520666f726d61742033 | an SQLite database, which is not supported; export it as JSON Lines",
            })
    void otherFormatsAreNamed(String start, String why) throws IOException {
        Cli run = report(Files.write(folder.resolve("log"), HexFormat.of().parseHex(start)));
        assertThat(run.exitCode()).isEqualTo(66);
        assertSentence(run, why);
    }

    /**
     * Taken as lines, a tar archive loses the first record of each file in it: the header stands in front of it. The header is that
     * of POSIX.1-1988, with "ustar" at byte 257.
     */
    @Test
    void aTarArchiveIsNamedWhetherCompressedOrNot() throws IOException {
        byte[] archive = new byte[1024];
        System.arraycopy("exposures.jsonl".getBytes(StandardCharsets.US_ASCII), 0, archive, 0, 15);
        System.arraycopy("ustar".getBytes(StandardCharsets.US_ASCII), 0, archive, 257, 5);
        System.arraycopy("{}\n".getBytes(StandardCharsets.US_ASCII), 0, archive, 512, 3);
        for (byte[] file : List.of(archive, gzip(archive))) {
            Cli run = report(Files.write(folder.resolve("log"), file));
            assertThat(run.exitCode()).isEqualTo(66);
            assertSentence(run, "a tar archive, which is not supported; pipe in the output of tar -xOf");
        }
    }

    @Test
    void whatIsCompressedTwiceIsToldAsSuch() throws IOException {
        byte[] twice = gzip(gzip(Files.readAllBytes(Path.of(EXPOSURES))));
        Cli run = report(Files.write(folder.resolve("log.gz.gz"), twice));
        assertThat(run.exitCode()).isEqualTo(66);
        assertSentence(run, "log.gz.gz: compressed twice, which is not supported; decompress it once");
        assertThat(run.out()).contains("**Do not trust.**");
    }

    /** A sentence of what the file is, and not that it has no lines. */
    @Test
    void initSaysWhatCannotBeRead() throws IOException {
        Path log = Files.write(folder.resolve("log.gz.gz"), gzip(gzip(Files.readAllBytes(Path.of(EXPOSURES)))));
        Cli run = Run.of(
                "init",
                "--exposures",
                log.toString(),
                "--outcomes",
                OUTCOMES,
                "--output",
                folder.resolve("c.yaml").toString());
        assertThat(run.exitCode()).isEqualTo(66);
        assertSentence(run, "log.gz.gz: compressed twice");
        assertThat(folder.resolve("c.yaml")).doesNotExist();
    }

    /** Nothing that outcomes are compared with could be read: where they stand in the log, and what is lost, nobody knows. */
    @Test
    void outcomesAreNotExplainedByExposuresThatCannotBeRead() throws IOException {
        Cli run = report(write("broken", "x\n".repeat(100)), "--format", "json");
        assertThat(run.json().at("/data_quality/unmatched_causes")).isEmpty();
        assertThat(run.json().at("/findings").findValuesAsString("code")).doesNotContain("J01", "J02", "J21", "J22");
    }

    @Test
    void outputThatCannotBeWrittenIsToldBeforeReading() {
        Path target = folder.resolve("missing/report.md");
        Cli run = report(Path.of(EXPOSURES), "--output", target.toString());
        assertThat(run.exitCode()).isEqualTo(74);
        assertSentence(run, "no such directory; nothing was changed");
    }

    /** The directory is there, but it takes no files. */
    @Test
    @EnabledOnOs(OS.LINUX)
    void aPlaceThatTakesNoFilesIsToldAsSuch() {
        Cli run = report(Path.of(EXPOSURES), "--output", "/proc/report.md");
        assertThat(run.exitCode()).isEqualTo(74);
        assertSentence(run, "cannot write /proc/report.md: no file can be made in this directory; nothing was changed");
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void fullDiskLeavesWhatWasThere() {
        Cli run = report(Path.of(EXPOSURES), "--output", "/dev/full");
        assertThat(run.exitCode()).isEqualTo(74);
        assertSentence(run, "no space left on device");
        assertThat(Files.isRegularFile(Path.of("/dev/full"))).isFalse();
    }

    @Test
    void failedRunLeavesTheOldOutputAndNoTemporaryFile() throws IOException {
        Path target = Files.writeString(folder.resolve("report.md"), "old");
        Path exposures = Path.of(EXPOSURES);
        Cli run = report(exposures, "--slice", "no_such_key", "--output", target.toString());
        assertThat(run.exitCode()).isEqualTo(64);
        assertThat(target).hasContent("old");
        try (var files = Files.list(folder)) {
            assertThat(files).containsExactly(target);
        }
    }

    @Test
    void anInputIsNeverOverwritten() throws IOException {
        Path log = Files.copy(Path.of(EXPOSURES), folder.resolve("own.jsonl"));
        Path link = Files.createSymbolicLink(folder.resolve("link.jsonl"), log);
        byte[] before = Files.readAllBytes(log);
        for (Path output : List.of(log, link)) {
            Cli run = report(log, "--output", output.toString());
            assertThat(run.exitCode()).isEqualTo(64);
            assertSentence(run, "is one of the inputs");
        }
        Cli validate = Run.of("validate", "--schema", "exposure.v1", log.toString(), "--output", link.toString());
        assertThat(validate.exitCode()).isEqualTo(64);
        assertThat(log).hasBinaryContent(before);
    }

    @Test
    void twoOutputsNeedTwoFiles() {
        String path = folder.resolve("r.md").toString();
        Cli run = report(Path.of(EXPOSURES), "--output", path, "--output", "json=" + path);
        assertThat(run.exitCode()).isEqualTo(64);
        assertSentence(run, "is given twice");
    }

    @Test
    void aLineOverTheLimitIsInvalidWhereverItStandsInAChunk() throws IOException {
        List<String> lines = lines();
        int limit = lines.get(0).getBytes(StandardCharsets.UTF_8).length;
        long longer = lines.stream()
                .filter(line -> line.getBytes(StandardCharsets.UTF_8).length > limit)
                .count();
        Cli run = report(Path.of(EXPOSURES), "--max-line-bytes", Integer.toString(limit), "--format", "json");
        assertThat(longer).isBetween(1L, 499L);
        assertThat(run.json().at("/data_quality/invalid_lines/exposures").asLong())
                .isEqualTo(longer);
        assertThat(run.json().at("/data_quality/violations/0/keyword").asString())
                .isEqualTo("max-line-bytes");
    }

    @Test
    void norIsAnEmptyPathBehindAForm() {
        Cli run = report(Path.of(EXPOSURES), "--output", "json=");
        assertThat(run.exitCode()).isEqualTo(64);
        assertSentence(run, "--output: the path is empty; is a variable unset?");
    }

    @Test
    void anEmptyPathIsNotTheCurrentFolder() {
        Cli run = Run.of("report", "--exposures", "", "--outcomes", OUTCOMES);
        assertThat(run.exitCode()).isEqualTo(66);
        assertSentence(run, "an input path is empty");
    }

    @Test
    void valuesTooLargeToAddUpHaveNoRevenueAndSayWhy() throws IOException {
        List<String> outcomes = new ArrayList<>();
        for (String line : Files.readAllLines(Path.of(OUTCOMES))) {
            outcomes.add(line.replaceFirst("\"value\":[0-9.]+", "\"value\":1e300"));
        }
        Path huge = Files.write(folder.resolve("huge.jsonl"), outcomes);
        Cli run = Run.of("report", "--exposures", EXPOSURES, "--outcomes", huge.toString(), "--format", "json");
        assertThat(run.exitCode()).isZero();
        assertThat(run.json().at("/kpis/metrics/3/name").asString()).isEqualTo("revenue_per_exposure");
        assertThat(run.json().at("/kpis/metrics/3/value").isNull()).isTrue();
        assertThat(run.json().at("/kpis/metrics/3/reason").asString()).isEqualTo("too large for a number");
    }

    @Test
    void valuesWhoseSquaresAreTooLargeCannotBeCheckedBySplits() throws IOException {
        List<String> outcomes = new ArrayList<>();
        for (String line : Files.readAllLines(Path.of(OUTCOMES))) {
            outcomes.add(line.replaceFirst("\"value\":[0-9.]+", "\"value\":1e160"));
        }
        Path huge = Files.write(folder.resolve("huge.jsonl"), outcomes);
        Cli run = Run.of("aa-check", "--exposures", EXPOSURES, "--outcomes", huge.toString(), "--replicates", "100");
        assertThat(run.err()).isEmpty();
        assertThat(run.out()).contains("revenue_per_exposure cannot be checked: the values are too large for a number");
    }

    private Cli report(Path exposures, String... more) {
        List<String> args =
                new ArrayList<>(List.of("report", "--exposures", exposures.toString(), "--outcomes", OUTCOMES));
        args.addAll(List.of(more));
        return Run.of(args.toArray(String[]::new));
    }

    private static List<String> lines() throws IOException {
        return new ArrayList<>(Files.readAllLines(Path.of(EXPOSURES)));
    }

    private static byte[] gzip(byte[] plain) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
            gzip.write(plain);
        }
        return bytes.toByteArray();
    }

    private Path write(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }

    private static void assertSentence(Cli run, String part) {
        assertThat(run.err()).startsWith("recsys-eval: ").contains(part).doesNotContain("Exception", "\tat ");
        assertThat(run.err().lines()).hasSize(1);
    }
}
