package io.github.recsyseval.stat;

import java.util.SplittableRandom;
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

/** Sums that no order changes, against a plain one; a time per addend. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class SumKernels {
    private static final int VALUES = 1 << 16;

    private final double[] fractions = new double[VALUES];
    private final double[] counts = new double[VALUES];

    @Setup
    public void makeValues() {
        SplittableRandom random = new SplittableRandom(1);
        for (int i = 0; i < VALUES; i++) {
            fractions[i] = random.nextDouble(0, 100);
            counts[i] = random.nextInt(5);
        }
    }

    @Benchmark
    @OperationsPerInvocation(VALUES)
    public double exactSumOfFractions() {
        return exact(fractions);
    }

    @Benchmark
    @OperationsPerInvocation(VALUES)
    public double exactSumOfCounts() {
        return exact(counts);
    }

    @Benchmark
    @OperationsPerInvocation(VALUES)
    public double plainSum() {
        double sum = 0;
        for (double value : fractions) {
            sum += value;
        }
        return sum;
    }

    @Benchmark
    @OperationsPerInvocation(VALUES)
    public double momentsOfRatios() {
        RatioMoments moments = new RatioMoments();
        for (double value : counts) {
            moments.add(value, 5);
        }
        return moments.numerator();
    }

    private static double exact(double[] values) {
        ExactSum sum = new ExactSum();
        for (double value : values) {
            sum.add(value);
        }
        return sum.value();
    }
}
