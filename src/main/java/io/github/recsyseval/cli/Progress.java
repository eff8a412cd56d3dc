package io.github.recsyseval.cli;

import io.github.recsyseval.source.ReadingMonitor;
import java.io.Closeable;
import java.io.PrintStream;
import java.util.Locale;

/**
 * Shows a person at a terminal how far reading has come, on one line of standard error, once it has taken longer than two seconds;
 * takes the line away at the end. Silent where nobody watches.
 */
final class Progress implements Closeable {
    private static final long FIRST_AFTER_MILLIS = 2000;
    private static final long EVERY_MILLIS = 250;
    private static final int LEAST_BYTES_TO_FORETELL = 1 << 20;

    private final PrintStream err;
    private final ReadingMonitor monitor;
    private final Thread thread;
    private final long start = System.nanoTime();
    private volatile boolean done;
    private int shown;

    private Progress(PrintStream err, ReadingMonitor monitor) {
        this.err = err;
        this.monitor = monitor;
        thread = new Thread(this::work, "recsys-eval-progress");
        thread.setDaemon(true);
    }

    /** Begins to watch; {@code quiet} says that the user wants to see nothing. */
    static Progress of(Terminal terminal, ReadingMonitor monitor, boolean quiet) {
        Progress progress = new Progress(terminal.err(), monitor);
        if (terminal.progress() && !quiet) {
            progress.thread.start();
        }
        return progress;
    }

    private void work() {
        try {
            Thread.sleep(FIRST_AFTER_MILLIS);
            while (!done) {
                show((System.nanoTime() - start) / 1e9);
                Thread.sleep(EVERY_MILLIS);
            }
        } catch (InterruptedException closed) {
            Thread.currentThread().interrupt();
        }
    }

    private synchronized void show(double seconds) {
        if (done) {
            return;
        }
        String line = line(monitor.bytesRead(), monitor.bytesExpected(), monitor.recordsRead(), seconds);
        err.print("\r" + line + " ".repeat(Math.max(0, shown - line.length())));
        err.flush();
        shown = line.length();
    }

    /**
     * The line of one moment, for example {@code 310 of 620 MB (50 %), 500,000 records, 310 MB/s, 1 s left}.
     *
     * @param expected the size of all that is to be read; 0 where it is not known
     */
    static String line(long read, long expected, long records, double seconds) {
        double rate = read / seconds;
        if (expected < read || read < LEAST_BYTES_TO_FORETELL) {
            return String.format(Locale.ROOT, "%,d MB, %,d records, %,.0f MB/s", read / 1_000_000, records, rate / 1e6);
        }
        return String.format(
                Locale.ROOT,
                "%,d of %,d MB (%d %%), %,d records, %,.0f MB/s, %s left",
                read / 1_000_000,
                expected / 1_000_000,
                100 * read / expected,
                records,
                rate / 1e6,
                left((expected - read) / rate));
    }

    private static String left(double seconds) {
        long whole = (long) Math.ceil(seconds);
        return whole < 60 ? whole + " s" : String.format(Locale.ROOT, "%d:%02d min", whole / 60, whole % 60);
    }

    @Override
    public void close() {
        done = true;
        thread.interrupt();
        synchronized (this) {
            if (shown > 0) {
                err.print("\r" + " ".repeat(shown) + "\r");
                err.flush();
            }
        }
    }
}
