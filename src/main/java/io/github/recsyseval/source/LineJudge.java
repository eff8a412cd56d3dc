package io.github.recsyseval.source;

import io.github.recsyseval.schema.Violation;
import java.util.List;

/** Decides on one line and takes it in when it is valid. One instance serves one thread. */
public interface LineJudge {
    /** Called before the first line of each chunk: what was taken of the chunk before has been dealt with. */
    void begin();

    /**
     * Takes the line that begins at {@code from} if it is valid and that is quickly seen, sparing a search for its end.
     *
     * @param to where the text ends
     * @return where the line ends, at its newline or at {@code to}; -1 when {@link #judge} has to look at it
     */
    default int takePlain(byte[] bytes, int from, int to) {
        return -1;
    }

    /**
     * Shows a line as it was logged, of which the next line to be taken or judged is what a map made.
     */
    default void original(byte[] bytes, int from, int to) {}

    /**
     * Judges {@code bytes[from, to)}, which is not blank and holds no newline.
     *
     * @return the violations; empty when the line is valid and was taken
     */
    List<Violation> judge(byte[] bytes, int from, int to);
}
