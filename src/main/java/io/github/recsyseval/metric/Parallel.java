package io.github.recsyseval.metric;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.IntConsumer;
import java.util.function.IntFunction;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Computes independent parts with several threads; the answers stand in the order of the parts. */
public final class Parallel {
    private Parallel() {}

    /** The answers for 0, 1, ... {@code parts - 1}. An exception of a part is thrown here. */
    public static <T> List<T> map(int parts, int threads, IntFunction<T> work) {
        List<T> answers = new ArrayList<>();
        if (threads == 1 || parts < 2) {
            for (int part = 0; part < parts; part++) {
                answers.add(work.apply(part));
            }
            return answers;
        }
        ExecutorService pool = Executors.newFixedThreadPool(Math.min(parts, threads), Parallel::daemon);
        try {
            List<Future<T>> running = new ArrayList<>();
            for (int part = 0; part < parts; part++) {
                int number = part;
                running.add(pool.submit(() -> work.apply(number)));
            }
            for (Future<T> part : running) {
                answers.add(part.get());
            }
            return answers;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while summing", interrupted);
        } catch (ExecutionException failed) {
            if (failed.getCause() instanceof Error error) {
                throw error;
            }
            if (failed.getCause() instanceof RuntimeException unchecked) {
                throw unchecked;
            }
            throw new IllegalStateException(failed.getCause());
        } finally {
            pool.shutdownNow();
        }
    }

    /** Two answers. */
    public record Both<A, B>(A first, B second) {}

    /** Computes two things at once. */
    public static <A, B> Both<A, B> both(int threads, Supplier<A> first, Supplier<B> second) {
        AtomicReference<@Nullable A> one = new AtomicReference<>();
        AtomicReference<@Nullable B> two = new AtomicReference<>();
        run(2, threads, part -> {
            if (part == 0) {
                one.set(first.get());
            } else {
                two.set(second.get());
            }
        });
        return new Both<>(Objects.requireNonNull(one.get()), Objects.requireNonNull(two.get()));
    }

    /** Does 0, 1, ... {@code parts - 1}. */
    public static void run(int parts, int threads, IntConsumer work) {
        map(parts, threads, part -> {
            work.accept(part);
            return part;
        });
    }

    private static Thread daemon(Runnable work) {
        Thread thread = new Thread(work, "recsys-eval-sums");
        thread.setDaemon(true);
        return thread;
    }
}
