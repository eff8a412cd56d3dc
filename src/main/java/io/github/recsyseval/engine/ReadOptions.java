package io.github.recsyseval.engine;

import io.github.recsyseval.source.ReadingMonitor;
import java.io.InputStream;

/**
 * How inputs are read.
 *
 * @param threads at least 1
 * @param maxLineBytes longer lines are invalid and never held whole
 * @param allowPartialTail whether an unfinished last line of a file is left out instead of counted as invalid
 * @param maxExamples how many examples each kind of violation keeps
 * @param sha256 whether files are hashed with SHA-256 too
 * @param monitor told of each input that is read
 */
public record ReadOptions(
        int threads,
        int maxLineBytes,
        boolean allowPartialTail,
        int maxExamples,
        InputStream standardInput,
        boolean sha256,
        ReadingMonitor monitor) {
    /** Without SHA-256. */
    public ReadOptions(
            int threads, int maxLineBytes, boolean allowPartialTail, int maxExamples, InputStream standardInput) {
        this(threads, maxLineBytes, allowPartialTail, maxExamples, standardInput, false);
    }

    public ReadOptions(
            int threads,
            int maxLineBytes,
            boolean allowPartialTail,
            int maxExamples,
            InputStream standardInput,
            boolean sha256) {
        this(threads, maxLineBytes, allowPartialTail, maxExamples, standardInput, sha256, new ReadingMonitor());
    }
}
