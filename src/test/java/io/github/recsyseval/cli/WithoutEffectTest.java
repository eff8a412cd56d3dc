package io.github.recsyseval.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whoever asks for something that changes nothing is told so. */
class WithoutEffectTest {
    private static final String CLEAN = "testdata/clean";

    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "offline | --catalog nowhere.txt | --catalog has no effect: --metrics has none of all lists together",
                "offline | --popularity nowhere.csv | --popularity has no effect: --metrics has none of all lists together",
                "offline | --seed 5 | --seed has no effect without --bootstrap",
                "join | --layout outcome | --layout has no effect without joined records",
            })
    void isTold(String command, String options, String warning) {
        CommandRun run = CommandRun.on(CLEAN, command, options.split(" "));

        assertThat(run.exit()).isZero();
        assertThat(run.err()).contains("warning: " + warning);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "offline | --metrics coverage@5 --catalog 5000",
                "offline | --seed 5 --bootstrap 100",
                "join | --layout outcome --output joined=F/joined",
            })
    void whatHasAnEffectIsNot(String command, String options) {
        CommandRun run = CommandRun.on(
                CLEAN, command, options.replace("F/", folder + "/").split(" "));

        assertThat(run.exit()).isZero();
        assertThat(run.err()).isEmpty();
    }

    @Test
    void aBaselineWithoutALimitOnAnIncreaseIsNoLimit() {
        String baseline = folder.resolve("baseline.json").toString();
        CommandRun.on(CLEAN, "report", "--output", baseline);

        assertThat(CommandRun.on(CLEAN, "report", "--baseline", baseline).err())
                .contains("warning: --baseline has no effect without a limit on an increase");
        assertThat(CommandRun.on(CLEAN, "report", "--baseline", baseline, "--max-empty-rate-increase", "10%")
                        .err())
                .isEmpty();
    }
}
