package io.github.recsyseval.source;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Random;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GzipMembersTest {
    private static byte[] gzip(byte[] plain) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(bytes)) {
            out.write(plain);
        }
        return bytes.toByteArray();
    }

    private static byte[] concat(byte[]... parts) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            all.writeBytes(part);
        }
        return all.toByteArray();
    }

    private static byte[] read(byte[] file, int buffer) throws IOException {
        return new GzipMembers(new ByteArrayInputStream(file), buffer).readAllBytes();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 7, 64, 1 << 16})
    void readsAllMembersWhateverTheBuffer(int buffer) throws IOException {
        byte[] first = new byte[100_000];
        new Random(1).nextBytes(first);
        byte[] second = "second".getBytes(US_ASCII);
        byte[] file = concat(gzip(first), gzip(new byte[0]), gzip(second), new byte[300]);

        assertThat(read(file, buffer)).isEqualTo(concat(first, second));
    }

    /** RFC 1952, 2.3: flags 0x1e announce an extra field of three bytes, a name, a comment and a check of the header. */
    @Test
    void readsEveryFieldOfAHeader() throws IOException {
        byte[] plain = gzip("abc\n".getBytes(US_ASCII));
        byte[] body = Arrays.copyOfRange(plain, 10, plain.length);
        byte[] header = HexFormat.of().parseHex("1f8b081e000000000003" + "0300" + "010203" + "6100" + "6200" + "abcd");

        assertThat(read(concat(header, body), 5)).isEqualTo("abc\n".getBytes(US_ASCII));
    }

    /** As a pipe into which two programs write, one after the other. */
    @Test
    void aPauseBetweenTwoMembersIsNotTheEnd() throws IOException {
        byte[] member = gzip("line\n".getBytes(US_ASCII));
        InputStream pipe = new ByteArrayInputStream(concat(member, member)) {
            @Override
            public synchronized int read(byte[] bytes, int offset, int length) {
                return super.read(bytes, offset, Math.min(length, member.length));
            }

            @Override
            public synchronized int available() {
                return 0;
            }
        };

        assertThat(new GzipMembers(pipe, 1 << 16).readAllBytes()).isEqualTo("line\nline\n".getBytes(US_ASCII));
    }

    @Test
    void whatFollowsAndIsNotGzipIsAnErrorAfterWhatWasReadable() throws IOException {
        byte[] file = concat(gzip("line\n".getBytes(US_ASCII)), "junk".getBytes(US_ASCII));
        GzipMembers in = new GzipMembers(new ByteArrayInputStream(file), 1 << 16);

        assertThat(in.readNBytes(5)).isEqualTo("line\n".getBytes(US_ASCII));
        assertThatThrownBy(in::read)
                .isInstanceOf(ZipException.class)
                .hasMessage("something that is not gzip follows the compressed data");
    }

    @Test
    void aFileCutAnywhereEndsTooEarly() throws IOException {
        byte[] file = gzip("some line\n".getBytes(US_ASCII));
        for (int length = 1; length < file.length; length++) {
            byte[] cut = Arrays.copyOf(file, length);

            assertThatThrownBy(() -> read(cut, 1 << 16)).as("%d bytes", length).isInstanceOf(EOFException.class);
        }
    }

    @Test
    void aChangedByteIsNoticed() throws IOException {
        byte[] file = gzip("some line\n".getBytes(US_ASCII));
        for (int at = 10; at < file.length; at++) {
            byte[] changed = file.clone();
            changed[at] ^= 0x01;

            assertThatThrownBy(() -> read(changed, 1 << 16)).as("byte %d", at).isInstanceOf(IOException.class);
        }
    }
}
