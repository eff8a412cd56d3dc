package io.github.recsyseval.source;

import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** Where another thread can see how far reading has come: one input after the other is told to it. */
public final class ReadingMonitor {
    private volatile @Nullable ChunkStream current;
    private final AtomicLong bytesBefore = new AtomicLong();
    private final AtomicLong bytesExpected = new AtomicLong();

    /** Says that an input begins to be read, and all before it have been. */
    public void watch(InputSet inputs, ChunkStream stream) {
        ChunkStream last = current;
        if (last != null) {
            bytesBefore.addAndGet(last.bytesOnDisk());
        }
        bytesExpected.addAndGet(inputs.bytes());
        current = stream;
    }

    /** Bytes taken from files so far, before decompression. */
    public long bytesRead() {
        ChunkStream stream = current;
        return bytesBefore.get() + (stream == null ? 0 : stream.bytesOnDisk());
    }

    /** The size in bytes of the inputs told so far. */
    public long bytesExpected() {
        return bytesExpected.get();
    }
}
