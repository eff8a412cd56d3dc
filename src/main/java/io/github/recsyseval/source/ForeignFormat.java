package io.github.recsyseval.source;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Recognises files that hold no lines of text by their bytes; taken as lines, all of them, or a few, would be invalid. */
final class ForeignFormat {
    /** Bytes at a place of the file, and what it is then. */
    private record Mark(int at, String bytes, String words) {}

    private static final String EXPORT = ", which is not supported; export it as JSON Lines";

    private static final List<Mark> MARKS = List.of(
            compressed("BZh", "bzip2"),
            compressed("\u00fd7zXZ\u0000", "xz"),
            compressed("\u0004\"M\u0018", "lz4"),
            compressed("\u001f\u009d", "compress"),
            new Mark(0, "PK\u0003\u0004", "a zip archive, which is not supported; pipe in the output of unzip -p"),
            new Mark(0, "PK\u0005\u0006", "an empty zip archive"),
            new Mark(257, "ustar", "a tar archive, which is not supported; pipe in the output of tar -xOf"),
            new Mark(
                    0, "7z\u00bc\u00af'\u001c", "a 7z archive, which is not supported; pipe in the output of 7z x -so"),
            new Mark(0, "PAR1", "a Parquet file" + EXPORT),
            new Mark(0, "Obj\u0001", "an Avro file" + EXPORT),
            new Mark(0, "ORC", "an ORC file" + EXPORT),
            new Mark(0, "SQLite format 3", "an SQLite database" + EXPORT));

    private ForeignFormat() {}

    private static Mark compressed(String bytes, String program) {
        return new Mark(
                0,
                bytes,
                "compressed by " + program + ", which is not supported; pipe in the output of "
                        + (program.equals("compress") ? "uncompress -c" : program + " -dc"));
    }

    /** What a file that begins with {@code bytes[0, length)}, once inflated, is instead of lines; null where nothing says so. */
    static @Nullable String of(byte[] bytes, int length) {
        for (Mark mark : MARKS) {
            if (stands(mark, bytes, length)) {
                return mark.words;
            }
        }
        return Compression.of(bytes, length) == Compression.NONE
                ? null
                : "compressed twice, which is not supported; decompress it once";
    }

    private static boolean stands(Mark mark, byte[] bytes, int length) {
        byte[] wanted = mark.bytes.getBytes(StandardCharsets.ISO_8859_1);
        int end = mark.at + wanted.length;
        return end <= length && java.util.Arrays.equals(bytes, mark.at, end, wanted, 0, wanted.length);
    }
}
