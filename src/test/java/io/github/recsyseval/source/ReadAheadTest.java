package io.github.recsyseval.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.util.Random;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(30)
class ReadAheadTest {
    private static final int BLOCK = 1 << 18;

    @ParameterizedTest
    @ValueSource(ints = {0, 1, BLOCK - 1, BLOCK, BLOCK + 1, 9 * BLOCK + 5})
    void deliversTheStream(int length) throws IOException {
        byte[] bytes = random(length);
        try (InputStream in = new ReadAhead(new ByteArrayInputStream(bytes))) {
            assertThat(in.readAllBytes()).isEqualTo(bytes);
            assertThat(in.read()).isEqualTo(-1);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 100, BLOCK, BLOCK + 7})
    void deliversWhatComesBeforeAFailure(int length) throws IOException {
        byte[] bytes = random(length);
        InputStream broken =
                new SequenceInputStream(new ByteArrayInputStream(bytes), new Broken(new EOFException("cut off")));
        try (InputStream in = new ReadAhead(broken)) {
            assertThat(in.readNBytes(length)).isEqualTo(bytes);
            assertThatThrownBy(in::read).isInstanceOf(EOFException.class).hasMessage("cut off");
            assertThatThrownBy(in::read).isInstanceOf(EOFException.class);
        }
    }

    @Test
    void anErrorReachesTheReader() throws IOException {
        try (InputStream in = new ReadAhead(new Broken(new OutOfMemoryError("full")))) {
            assertThatThrownBy(in::read).isInstanceOf(OutOfMemoryError.class);
        }
    }

    @Test
    void closingHalfWayEndsTheThreadAndClosesTheStream() throws IOException {
        AtomicBoolean closed = new AtomicBoolean();
        InputStream endless = new InputStream() {
            @Override
            public int read() {
                return 1;
            }

            @Override
            public void close() {
                closed.set(true);
            }
        };
        InputStream in = new ReadAhead(endless);
        assertThat(in.read()).isEqualTo(1);
        in.close();
        assertThat(closed).isTrue();
    }

    private static byte[] random(int length) {
        byte[] bytes = new byte[length];
        new Random(length).nextBytes(bytes);
        return bytes;
    }

    /** Fails at once. */
    private static final class Broken extends InputStream {
        private final Throwable failure;

        Broken(Throwable failure) {
            this.failure = failure;
        }

        @Override
        public int read() throws IOException {
            if (failure instanceof Error error) {
                throw error;
            }
            throw (IOException) failure;
        }
    }
}
