package io.github.recsyseval.schema;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.recsyseval.event.Exposure;
import io.github.recsyseval.event.ExposureReader;
import io.github.recsyseval.event.Reading;
import io.github.recsyseval.privacy.PersonalDataScanner;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Good lines, searched for personal data too, cost at most a quarter of what the schema library alone takes for them. */
@Tag("slow")
class AcceptingPathSpeedTest {
    private static final int ROUNDS = 40;

    private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    private final ExposureReader reader = new ExposureReader(List.of("tenant_id", "surface"));
    private final Exposure exposure = new Exposure(2);
    private final PersonalDataScanner scanner = new PersonalDataScanner();
    private final SchemaValidator validator = SchemaCatalog.load("exposure.v1").newValidator();

    @Test
    void takesAQuarterOfTheLibrarysTimeAtMost() throws IOException {
        List<byte[]> lines = Files.readAllLines(Path.of("testdata/clean/exposures.jsonl")).stream()
                .map(line -> Arrays.copyOf(line.getBytes(java.nio.charset.StandardCharsets.UTF_8), line.length() + 256))
                .toList();
        double[] ratios = new double[7];
        for (int i = 0; i < ratios.length; i++) {
            long byLibrary = time(() -> lines.forEach(line -> assertThat(
                            validator.judgeByLibrary(line, 0, line.length - 256).isValid())
                    .isTrue()));
            long accepting = time(() -> lines.forEach(this::accept));
            ratios[i] = (double) byLibrary / accepting;
        }
        Arrays.sort(ratios);

        assertThat(ratios[ratios.length / 2]).isGreaterThan(4);
    }

    private void accept(byte[] line) {
        int to = line.length - 256;
        assertThat(reader.read(line, 0, to, exposure) == Reading.PLAIN
                        && scanner.scan(line, 0, to).isEmpty())
                .isTrue();
    }

    /** Processor time of this thread in nanoseconds. */
    private long time(Runnable pass) {
        long start = threads.getCurrentThreadCpuTime();
        for (int round = 0; round < ROUNDS; round++) {
            pass.run();
        }
        return threads.getCurrentThreadCpuTime() - start;
    }
}
