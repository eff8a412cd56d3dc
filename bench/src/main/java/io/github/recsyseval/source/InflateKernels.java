package io.github.recsyseval.source;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** Inflating 5.8 MB of exposures from memory: the program's way, on a thread of its own, against the JDK's stream alone. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
public class InflateKernels {
    private static final int COPIES = 20;

    private final byte[] buffer = new byte[1 << 20];
    private byte[] compressed;

    @Setup
    public void compress() throws IOException {
        byte[] lines = Files.readAllBytes(Path.of("testdata/clean/exposures.jsonl"));
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(bytes)) {
            for (int i = 0; i < COPIES; i++) {
                out.write(lines);
            }
        }
        compressed = bytes.toByteArray();
    }

    @Benchmark
    public long asTheProgramDoes() throws IOException {
        try (InputStream in = Compression.plain(new ByteArrayInputStream(compressed))) {
            return drain(in);
        }
    }

    @Benchmark
    public long asTheJdkDoes() throws IOException {
        try (InputStream in = new GZIPInputStream(new ByteArrayInputStream(compressed), 1 << 16)) {
            return drain(in);
        }
    }

    private long drain(InputStream in) throws IOException {
        long sum = 0;
        for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
            sum += n;
        }
        return sum;
    }
}
