package io.github.recsyseval.cli;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import org.jspecify.annotations.Nullable;

/** Keeps the first failure to write, which a {@link java.io.PrintWriter} on top would hide. */
final class LossKeepingStream extends FilterOutputStream {
    private @Nullable IOException loss;

    LossKeepingStream(OutputStream out) {
        super(out);
    }

    @Override
    public void write(byte[] bytes, int from, int length) throws IOException {
        try {
            out.write(bytes, from, length);
        } catch (IOException failed) {
            throw kept(failed);
        }
    }

    @Override
    public void write(int one) throws IOException {
        write(new byte[] {(byte) one}, 0, 1);
    }

    @Override
    public void flush() throws IOException {
        try {
            out.flush();
        } catch (IOException failed) {
            throw kept(failed);
        }
    }

    private IOException kept(IOException failed) {
        loss = loss == null ? failed : loss;
        return failed;
    }

    /** What went wrong first; null for nothing. */
    @Nullable IOException loss() {
        return loss;
    }
}
