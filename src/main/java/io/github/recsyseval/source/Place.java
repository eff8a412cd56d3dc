package io.github.recsyseval.source;

/**
 * Where a line stands.
 *
 * @param file the file's name as the user would write it
 * @param line 1-based, every line counted, blank ones too
 */
public record Place(String file, long line) {
    @Override
    public String toString() {
        return file + ":" + line;
    }
}
