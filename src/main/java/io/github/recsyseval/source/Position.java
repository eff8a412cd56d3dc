package io.github.recsyseval.source;

/**
 * The place of a line in an input as one number: lines that are read earlier have smaller ones. The index of the file takes the
 * upper 24 bits, the 1-based line the others.
 */
public final class Position {
    private static final int LINE_BITS = 40;

    private Position() {}

    public static long of(int file, long line) {
        return (long) file << LINE_BITS | line;
    }

    /** The place in words. */
    public static Place place(long position, InputSet inputs) {
        int file = (int) (position >>> LINE_BITS);
        return new Place(inputs.files().get(file).name(), position & (1L << LINE_BITS) - 1);
    }
}
