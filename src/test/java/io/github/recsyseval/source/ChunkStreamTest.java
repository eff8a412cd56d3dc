package io.github.recsyseval.source;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.luben.zstd.ZstdOutputStream;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class ChunkStreamTest {
    private static final int MAX_LINE = 3 << 20;

    @TempDir
    private Path folder;

    @Test
    void chunksEndAtNewlinesAndHoldEveryByteOnce() throws IOException {
        String text = randomLines(4 << 20);
        assertThat(read(Files.writeString(folder.resolve("plain"), text))).isEqualTo(text);
    }

    @Test
    void gzipAndZstandardAreRecognisedByContent() throws IOException {
        String text = randomLines(2 << 20);
        Path gzip = folder.resolve("a.jsonl");
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(gzip))) {
            out.write(text.getBytes(StandardCharsets.UTF_8));
        }
        Path zstd = folder.resolve("b.jsonl");
        try (OutputStream out = new ZstdOutputStream(Files.newOutputStream(zstd))) {
            out.write(text.getBytes(StandardCharsets.UTF_8));
        }
        assertThat(read(gzip)).isEqualTo(text);
        assertThat(read(zstd)).isEqualTo(text);
    }

    @Test
    void concatenatedGzipMembersAreOneFile() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        for (String part : List.of("one\n", "two\n")) {
            try (OutputStream out = new GZIPOutputStream(bytes)) {
                out.write(part.getBytes(StandardCharsets.UTF_8));
            }
        }
        assertThat(read(Files.write(folder.resolve("two.gz"), bytes.toByteArray())))
                .isEqualTo("one\ntwo\n");
    }

    @Test
    void aLineLongerThanAChunkIsHeldWhole() throws IOException {
        String text = "short\n" + "x".repeat(2_500_000) + "\nshort\n";
        assertThat(read(Files.writeString(folder.resolve("long"), text))).isEqualTo(text);
    }

    @Test
    void aLineOverTheLimitStandsForItselfAndIsSkipped() throws IOException {
        String text = "before\n" + "x".repeat(MAX_LINE + (2 << 20)) + "\nafter\n";
        Path file = Files.writeString(folder.resolve("huge"), text);
        StringBuilder kept = new StringBuilder();
        int tooLong = 0;
        try (ChunkStream stream = stream(file)) {
            Chunk chunk = new Chunk();
            while (stream.next(chunk)) {
                tooLong += chunk.tooLong() ? 1 : 0;
                kept.append(new String(chunk.bytes(), 0, chunk.length(), StandardCharsets.UTF_8));
            }
        }
        assertThat(tooLong).isEqualTo(1);
        assertThat(kept.toString()).isEqualTo("before\nafter\n");
    }

    @Test
    void theByteOrderMarkIsLeftOutEvenWhenReadsAreShort() {
        byte[] bytes = "\ufeffone\n".getBytes(StandardCharsets.UTF_8);
        InputStream slow = new ByteArrayInputStream(bytes) {
            @Override
            public synchronized int read(byte[] to, int at, int length) {
                return super.read(to, at, Math.min(1, length));
            }
        };
        Chunk chunk = new Chunk();
        try (ChunkStream stream = new ChunkStream(InputSet.resolve(List.of("-")), MAX_LINE, slow)) {
            assertThat(stream.next(chunk)).isTrue();
            assertThat(chunk.byteOrderMark).isTrue();
            assertThat(new String(chunk.bytes(), 0, chunk.length(), StandardCharsets.UTF_8))
                    .isEqualTo("one\n");
            assertThat(stream.next(chunk)).isFalse();
        }
    }

    @Test
    void aTruncatedArchiveGivesWhatIsReadableAndOneSentence() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (OutputStream out = new GZIPOutputStream(bytes)) {
            out.write(randomLines(1 << 20).getBytes(StandardCharsets.UTF_8));
        }
        Path cut = folder.resolve("cut.gz");
        Files.write(cut, java.util.Arrays.copyOf(bytes.toByteArray(), bytes.size() / 2));
        Path whole = Files.writeString(folder.resolve("whole"), "next file\n");
        StringBuilder kept = new StringBuilder();
        try (ChunkStream stream = stream(cut, whole)) {
            Chunk chunk = new Chunk();
            while (stream.next(chunk)) {
                kept.append(new String(chunk.bytes(), 0, chunk.length(), StandardCharsets.UTF_8));
            }
            assertThat(stream.failures()).singleElement().asString().startsWith(cut + ": cannot be read to its end");
        }
        assertThat(kept.length()).isGreaterThan(100_000);
        assertThat(kept.toString()).endsWith("next file\n");
    }

    /** As logs are rotated by copying and emptying them: what is left may end at the end of a line, where nothing seems to be missing. */
    @Test
    void aFileThatBecomesShorterIsAnErrorThatNamesIt() throws IOException {
        Path file = Files.writeString(folder.resolve("log"), "one\ntwo\nthree\n");
        try (ChunkStream stream = stream(file)) {
            Files.writeString(file, "one\n");
            Chunk chunk = new Chunk();
            assertThat(stream.next(chunk)).isTrue();
            assertThat(chunk.length()).isEqualTo(4);
            assertThat(stream.next(chunk)).isFalse();
            assertThat(stream.failures())
                    .containsExactly(file + ": became shorter while it was read: 4 of 14 bytes were left");
        }
        try (ChunkStream stream = stream(file)) {
            Files.writeString(file, "one\ntwo\n");
            Chunk chunk = new Chunk();
            assertThat(stream.next(chunk)).isTrue();
            assertThat(stream.next(chunk)).isFalse();
            assertThat(stream.failures()).isEmpty();
        }
    }

    /** Zstandard gives blocks of up to 128 KiB or nothing: below one block an error is all there can be. */
    @Test
    void aZstandardFileCutAnywhereIsAnErrorThatNamesIt() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        String text = randomLines(1 << 20);
        try (OutputStream out = new ZstdOutputStream(bytes)) {
            out.write(text.getBytes(StandardCharsets.UTF_8));
        }
        for (int length : new int[] {4, 5, 9, 100, bytes.size() / 2, bytes.size() - 1}) {
            Path cut = Files.write(folder.resolve("cut"), java.util.Arrays.copyOf(bytes.toByteArray(), length));
            int kept = 0;
            try (ChunkStream stream = stream(cut)) {
                Chunk chunk = new Chunk();
                while (stream.next(chunk)) {
                    kept += chunk.length();
                }
                assertThat(stream.failures())
                        .as("%d bytes", length)
                        .singleElement()
                        .asString()
                        .startsWith(cut + ": cannot be read to its end");
            }
            assertThat(kept).isBetween(length > 200_000 ? 200_000 : 0, text.length());
        }
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void aFileThatIsRefusedDoesNotStayOpen() throws IOException {
        Path refused = Files.writeString(folder.resolve("bzip2"), "BZh91AY&SY");
        try (ChunkStream stream = stream(refused)) {
            assertThat(stream.next(new Chunk())).isFalse();
            assertThat(stream.failures()).singleElement().asString().contains("bzip2 -dc");
            assertThat(openFiles()).doesNotContain(refused.toRealPath());
        }
    }

    private static List<Path> openFiles() throws IOException {
        List<Path> open = new ArrayList<>();
        try (DirectoryStream<Path> links = Files.newDirectoryStream(Path.of("/proc/self/fd"))) {
            for (Path link : links) {
                if (Files.exists(link)) { // the one of the directory itself is gone when it is looked at
                    open.add(Files.readSymbolicLink(link));
                }
            }
        }
        return open;
    }

    private static String randomLines(int bytes) {
        Random random = new Random(bytes);
        StringBuilder text = new StringBuilder();
        while (text.length() < bytes) {
            text.append(Long.toHexString(random.nextLong()).repeat(random.nextInt(100)))
                    .append('\n');
        }
        return text.toString();
    }

    private String read(Path file) {
        StringBuilder text = new StringBuilder();
        try (ChunkStream stream = stream(file)) {
            Chunk chunk = new Chunk();
            while (stream.next(chunk)) {
                assertThat(chunk.bytes()[chunk.length() - 1]).isEqualTo((byte) '\n');
                text.append(new String(chunk.bytes(), 0, chunk.length(), StandardCharsets.UTF_8));
            }
            assertThat(stream.failures()).isEmpty();
        }
        return text.toString();
    }

    private static ChunkStream stream(Path... files) {
        List<String> names = java.util.Arrays.stream(files).map(Path::toString).toList();
        return new ChunkStream(InputSet.resolve(names), MAX_LINE, InputStream.nullInputStream());
    }
}
