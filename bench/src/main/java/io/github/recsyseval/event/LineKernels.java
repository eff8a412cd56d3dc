package io.github.recsyseval.event;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** Reading lines: the scanner of the common shape against the same reader on Jackson's streaming parser. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class LineKernels {
    /** Lines that each of the files has at least. */
    private static final int LINES = 179;

    private final ExposureReader exposures = new ExposureReader(List.of("surface", "tenant_id"));
    private final Exposure exposure = new Exposure(2);
    private final OutcomeReader outcomes = new OutcomeReader();
    private final Outcome outcome = new Outcome();
    private final AssignmentReader assignments = new AssignmentReader();
    private final Assignment assignment = new Assignment();
    private Lines exposureLines;
    private Lines outcomeLines;
    private Lines assignmentLines;

    /** Lines one behind the other, as in a chunk; line i is {@code text[starts[i], starts[i + 1] - 1)}. */
    private record Lines(byte[] text, int end, int[] starts) {
        static Lines of(String file) throws IOException {
            byte[] text = Files.readAllBytes(Path.of("testdata/clean", file));
            int[] starts = new int[LINES + 1];
            int at = 0;
            for (int line = 1; line <= LINES; at++) {
                if (text[at] == '\n') {
                    starts[line++] = at + 1;
                }
            }
            return new Lines(Arrays.copyOf(text, text.length + LineScanner.SLACK), text.length, starts);
        }
    }

    @Setup
    public void read() throws IOException {
        exposureLines = Lines.of("exposures.jsonl");
        outcomeLines = Lines.of("outcomes.jsonl");
        assignmentLines = Lines.of("assignments.jsonl");
    }

    private static int plain(int end) {
        if (end < 0) {
            throw new IllegalStateException("the line is not plain");
        }
        return end;
    }

    @Benchmark
    @OperationsPerInvocation(LINES)
    public long scanExposures() {
        Lines lines = exposureLines;
        long sum = 0;
        for (int i = 0; i < LINES; i++) {
            sum += plain(exposures.readPlain(lines.text, lines.starts[i], lines.end, exposure)) + exposure.fingerprint;
        }
        return sum;
    }

    @Benchmark
    @OperationsPerInvocation(LINES)
    public long parseExposures() {
        Lines lines = exposureLines;
        long sum = 0;
        for (int i = 0; i < LINES; i++) {
            sum += exposures.parse(lines.text, lines.starts[i], lines.starts[i + 1] - 1, exposure).ordinal() + exposure.fingerprint;
        }
        return sum;
    }

    @Benchmark
    @OperationsPerInvocation(LINES)
    public long scanOutcomes() {
        Lines lines = outcomeLines;
        long sum = 0;
        for (int i = 0; i < LINES; i++) {
            sum += plain(outcomes.readPlain(lines.text, lines.starts[i], lines.end, outcome)) + outcome.timestamp;
        }
        return sum;
    }

    @Benchmark
    @OperationsPerInvocation(LINES)
    public long parseOutcomes() {
        Lines lines = outcomeLines;
        long sum = 0;
        for (int i = 0; i < LINES; i++) {
            sum += outcomes.parse(lines.text, lines.starts[i], lines.starts[i + 1] - 1, outcome).ordinal() + outcome.timestamp;
        }
        return sum;
    }

    @Benchmark
    @OperationsPerInvocation(LINES)
    public long scanAssignments() {
        Lines lines = assignmentLines;
        long sum = 0;
        for (int i = 0; i < LINES; i++) {
            sum += plain(assignments.readPlain(lines.text, lines.starts[i], lines.end, assignment)) + assignment.timestamp;
        }
        return sum;
    }

    @Benchmark
    @OperationsPerInvocation(LINES)
    public long parseAssignments() {
        Lines lines = assignmentLines;
        long sum = 0;
        for (int i = 0; i < LINES; i++) {
            sum += assignments.parse(lines.text, lines.starts[i], lines.starts[i + 1] - 1, assignment).ordinal() + assignment.timestamp;
        }
        return sum;
    }
}
