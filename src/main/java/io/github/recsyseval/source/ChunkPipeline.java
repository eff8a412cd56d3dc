package io.github.recsyseval.source;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Reads chunks with several threads while the order of the input stays in force. Each chunk goes through three stages of one
 * worker: {@code read} (in parallel), {@code commit} (one chunk at a time, in input order), {@code tally} (in parallel).
 */
public final class ChunkPipeline {
    /** One thread's share of the work. Its state is its own; only {@link #commit} may touch what is shared. */
    public interface Worker {
        /** Reads the lines of a chunk into the worker's own buffers. */
        void read(Chunk chunk);

        /** Settles what depends on the order of the input. Called for chunk 0, 1, 2, ... and never for two at once. */
        void commit(Chunk chunk);

        /** Uses what was settled; other workers do so at the same time. */
        default void tally(Chunk chunk) {}
    }

    private final ChunkStream stream;
    private final Object turn = new Object();
    private long nextToCommit;
    private @Nullable Throwable failure;

    private ChunkPipeline(ChunkStream stream) {
        this.stream = stream;
    }

    /** Runs the stream dry with {@code threads} workers and returns them, all done. A worker's exception ends it and is thrown. */
    public static <W extends Worker> List<W> run(ChunkStream stream, int threads, Supplier<W> workers) {
        ChunkPipeline pipeline = new ChunkPipeline(stream);
        List<W> all = new ArrayList<>();
        for (int i = 0; i < threads; i++) {
            all.add(workers.get());
        }
        List<Thread> started = new ArrayList<>();
        for (W worker : all.subList(1, threads)) {
            Thread thread = new Thread(() -> pipeline.work(worker), "recsys-eval-reader");
            thread.setDaemon(true);
            thread.start();
            started.add(thread);
        }
        pipeline.work(all.get(0));
        started.forEach(ChunkPipeline::join);
        pipeline.rethrow();
        return all;
    }

    private void work(Worker worker) {
        try {
            Chunk chunk = new Chunk();
            while (failure() == null && stream.next(chunk)) {
                worker.read(chunk);
                if (!commit(worker, chunk)) {
                    return;
                }
                worker.tally(chunk);
            }
        } catch (Throwable thrown) {
            fail(thrown);
        }
    }

    private boolean commit(Worker worker, Chunk chunk) throws InterruptedException {
        synchronized (turn) {
            while (nextToCommit != chunk.number() && failure == null) {
                turn.wait();
            }
            if (failure != null) {
                return false;
            }
            worker.commit(chunk);
            nextToCommit++;
            turn.notifyAll();
            return true;
        }
    }

    private @Nullable Throwable failure() {
        synchronized (turn) {
            return failure;
        }
    }

    private void fail(Throwable thrown) {
        synchronized (turn) {
            if (failure == null) {
                failure = thrown;
            }
            turn.notifyAll();
        }
    }

    private void rethrow() {
        Throwable thrown = failure();
        if (thrown instanceof RuntimeException unchecked) {
            throw unchecked;
        }
        if (thrown instanceof Error error) {
            throw error;
        }
        if (thrown != null) {
            throw new IllegalStateException(thrown);
        }
    }

    private static void join(Thread thread) {
        try {
            thread.join();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while reading", interrupted);
        }
    }
}
