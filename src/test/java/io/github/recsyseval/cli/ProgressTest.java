package io.github.recsyseval.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.recsyseval.engine.ReadOptions;
import io.github.recsyseval.finding.FindingRules;
import io.github.recsyseval.finding.Rule;
import io.github.recsyseval.schema.SchemaCatalog;
import io.github.recsyseval.source.InputSet;
import io.github.recsyseval.source.ReadingMonitor;
import io.github.recsyseval.validation.Validation;
import io.github.recsyseval.validation.ValidationPlan;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

class ProgressTest {
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    private Terminal terminal(boolean watched) {
        return new Terminal(
                new ByteArrayInputStream(new byte[0]),
                new ByteArrayOutputStream(),
                new PrintStream(err, true, StandardCharsets.UTF_8),
                Map.of(),
                UnaryOperator.identity(),
                false,
                watched);
    }

    @Test
    void saysHowMuchIsReadHowFastAndHowLongItWillTake() {
        // 310 MB in 1 s leave 310 MB, which take another second.
        assertThat(Progress.line(310_000_000, 620_000_000, 500_000, 1))
                .isEqualTo("310 of 620 MB (50 %), 500,000 records, 310 MB/s, 1 s left");
        assertThat(Progress.line(100_000_000, 40_000_000_000L, 1, 1))
                .isEqualTo("100 of 40,000 MB (0 %), 1 records, 100 MB/s, 6:39 min left");
        assertThat(Progress.line(500_000_000, 0, 12, 10)).isEqualTo("500 MB, 12 records, 50 MB/s");
    }

    @Test
    void readsBytesAndRecordsOfAllInputsOffTheMonitor() {
        InputSet clean = InputSet.resolve(List.of("testdata/clean/exposures.jsonl", "testdata/clean/exposures.jsonl"));
        ReadOptions read = new ReadOptions(2, 1 << 20, false, 20, InputStream.nullInputStream());
        ReadingMonitor monitor = read.monitor();
        Validation.run(
                new ValidationPlan(
                        SchemaCatalog.load("exposure.v1"),
                        clean,
                        read,
                        0,
                        false,
                        FindingRules.parse(List.of()),
                        Rule.OFF,
                        Path.of(".")),
                null,
                null);

        // wc -l says 500; there are no blank lines.
        assertThat(monitor.recordsRead()).isEqualTo(2 * 500);
        assertThat(monitor.bytesRead()).isEqualTo(clean.bytes()).isEqualTo(monitor.bytesExpected());
    }

    @Test
    void theSizeOfStandardInputIsNotKnown() {
        ReadingMonitor monitor = new ReadingMonitor();
        monitor.expect(List.of(InputSet.resolve(List.of("-", "testdata/clean/exposures.jsonl"))));

        assertThat(monitor.bytesExpected()).isZero();
    }

    @Test
    void appearsAfterTwoSecondsAndLeavesNoTrace() throws InterruptedException {
        try (Progress progress = Progress.of(terminal(true), new ReadingMonitor(), false)) {
            assertThat(progress).isNotNull();
            Thread.sleep(2_600);
        }

        assertThat(err.toString(StandardCharsets.UTF_8))
                .startsWith("\r0 MB, 0 records, 0 MB/s")
                .endsWith("\r" + " ".repeat("0 MB, 0 records, 0 MB/s".length()) + "\r");
    }

    @Test
    void isSilentWhenNobodyWatchesOrWhenTheUserWantsQuiet() throws InterruptedException {
        try (Progress unwatched = Progress.of(terminal(false), new ReadingMonitor(), false);
                Progress quiet = Progress.of(terminal(true), new ReadingMonitor(), true)) {
            assertThat(unwatched).isNotSameAs(quiet);
            Thread.sleep(2_300);
        }

        assertThat(err.size()).isZero();
    }
}
