package io.github.recsyseval.source;

import io.github.recsyseval.schema.Violation;
import java.util.List;

/** Decides on one line and takes it in when it is valid. One instance serves one thread. */
public interface LineJudge {
    /** Called before the first line of each chunk: what was taken of the chunk before has been dealt with. */
    void begin();

    /**
     * Judges {@code bytes[from, to)}, which is not blank and holds no newline.
     *
     * @return the violations; empty when the line is valid and was taken
     */
    List<Violation> judge(byte[] bytes, int from, int to);
}
