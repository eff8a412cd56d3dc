package io.github.recsyseval.source;

/** Whole lines of one file, about a mebibyte of them. A buffer that {@link ChunkStream} fills again and again. */
public final class Chunk {
    byte[] bytes = new byte[0];
    int length;
    int file;
    long number;
    boolean firstOfFile;
    boolean openTail;
    boolean tooLong;
    boolean byteOrderMark;

    /** The buffer; lines lie in {@code [0, length())}. */
    public byte[] bytes() {
        return bytes;
    }

    public int length() {
        return length;
    }

    /** The index of the file in {@link InputSet#files()}. */
    public int file() {
        return file;
    }

    /** The place of this chunk among all chunks of the stream, from 0. */
    public long number() {
        return number;
    }

    /** Whether no chunk of the same file came before. */
    public boolean firstOfFile() {
        return firstOfFile;
    }

    /** Whether the last line ends with the file, not with a newline: its writer may still be at it. */
    public boolean openTail() {
        return openTail;
    }

    /** Whether the chunk stands for one line over the limit, of which no byte is kept. */
    public boolean tooLong() {
        return tooLong;
    }

    /** Whether the file began with a UTF-8 byte order mark, which is left out. */
    public boolean byteOrderMark() {
        return byteOrderMark;
    }
}
