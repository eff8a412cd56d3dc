package io.github.recsyseval.join;

import io.github.recsyseval.event.IdHash;
import java.nio.charset.StandardCharsets;
import java.util.SplittableRandom;
import java.util.UUID;
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

/** Ids of requests: hashing them, keeping apart those that were seen, sorting rows by them; a time per id. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class JoinKernels {
    private static final int IDS = 1 << 18;

    private final IdHash hash = new IdHash();
    private final byte[][] uuids = new byte[IDS][];
    private final long[] first = new long[IDS];
    private final long[] second = new long[IDS];

    @Setup
    public void makeIds() {
        SplittableRandom random = new SplittableRandom(1);
        for (int i = 0; i < IDS; i++) {
            uuids[i] = new UUID(random.nextLong(), random.nextLong()).toString().getBytes(StandardCharsets.US_ASCII);
            first[i] = random.nextLong();
            second[i] = random.nextLong();
        }
    }

    @Benchmark
    @OperationsPerInvocation(IDS)
    public long hashUuids() {
        long sum = 0;
        for (byte[] id : uuids) {
            hash.hash(id, 0, id.length);
            sum += hash.first();
        }
        return sum;
    }

    @Benchmark
    @OperationsPerInvocation(IDS)
    public long settleExposures() {
        ExposureSet seen = new ExposureSet(IDS);
        long firsts = 0;
        for (int i = 0; i < IDS; i++) {
            firsts += seen.add(first[i], second[i], i) == ExposureSet.Seen.FIRST ? 1 : 0;
        }
        return firsts;
    }

    @Benchmark
    @OperationsPerInvocation(IDS)
    public int[] sortRows() {
        return RowOrder.by(first, IDS);
    }

    @Benchmark
    @OperationsPerInvocation(IDS)
    public long[] sortLongsByTheJdk() {
        long[] copy = first.clone();
        java.util.Arrays.sort(copy);
        return copy;
    }
}
