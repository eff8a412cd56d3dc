package io.github.recsyseval.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.recsyseval.source.ReadingMonitor;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
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
        assertThat(Progress.line(310_000_000, 620_000_000, 1)).isEqualTo("310 of 620 MB (50 %), 310 MB/s, 1 s left");
        assertThat(Progress.line(100_000_000, 40_000_000_000L, 1))
                .isEqualTo("100 of 40,000 MB (0 %), 100 MB/s, 6:39 min left");
        assertThat(Progress.line(500_000_000, 0, 10)).isEqualTo("500 MB, 50 MB/s");
    }

    @Test
    void appearsAfterTwoSecondsAndLeavesNoTrace() throws InterruptedException {
        try (Progress progress = Progress.of(terminal(true), new ReadingMonitor(), false)) {
            assertThat(progress).isNotNull();
            Thread.sleep(2_600);
        }

        assertThat(err.toString(StandardCharsets.UTF_8))
                .startsWith("\r0 MB, 0 MB/s")
                .endsWith("\r" + " ".repeat("0 MB, 0 MB/s".length()) + "\r");
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
