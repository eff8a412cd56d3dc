package io.github.recsyseval.source;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** Where another thread can see how far reading has come: one input after the other is told to it. */
public final class ReadingMonitor {
    private volatile @Nullable ChunkStream current;
    private volatile long bytesExpected;
    private final AtomicLong bytesBefore = new AtomicLong();
    private final List<InputLedger> ledgers = new CopyOnWriteArrayList<>();

    /** Says what is going to be read. */
    public void expect(List<InputSet> inputs) {
        boolean known = inputs.stream().flatMap(input -> input.files().stream()).allMatch(LogFile::hasSize);
        bytesExpected = known ? inputs.stream().mapToLong(InputSet::bytes).sum() : 0;
    }

    /**
     * Says that an input begins to be read, and all before it have been.
     *
     * @param ledger where its records are entered
     */
    public void watch(InputLedger ledger, ChunkStream stream) {
        ledgers.add(ledger);
        ChunkStream last = current;
        if (last != null) {
            bytesBefore.addAndGet(last.bytesOnDisk());
        }
        current = stream;
    }

    /** Bytes taken from files and standard input so far, before decompression. */
    public long bytesRead() {
        ChunkStream stream = current;
        return bytesBefore.get() + (stream == null ? 0 : stream.bytesOnDisk());
    }

    /** Records judged so far, valid or not. */
    public long recordsRead() {
        return ledgers.stream().mapToLong(InputLedger::recordsSoFar).sum();
    }

    /** The size in bytes of all that is going to be read; 0 where it is not known, as with standard input. */
    public long bytesExpected() {
        return bytesExpected;
    }
}
