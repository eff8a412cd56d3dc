package io.github.recsyseval.source;

/** Whole lines of one file, about a mebibyte of them. A buffer that {@link ChunkStream} fills again and again. */
public final class Chunk {
    byte[] bytes = new byte[0];
    int length;
    int file;
    long number;
    boolean firstOfFile;
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

    /** Whether the chunk stands for one line over the limit, of which no byte is kept. */
    public boolean tooLong() {
        return tooLong;
    }
}
