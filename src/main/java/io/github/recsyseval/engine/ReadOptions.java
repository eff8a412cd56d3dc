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
 * @param monitor told of each input that is read
 */
public record ReadOptions(
        int threads,
        int maxLineBytes,
        boolean allowPartialTail,
        int maxExamples,
        InputStream standardInput,
        ReadingMonitor monitor) {
    public ReadOptions(
            int threads, int maxLineBytes, boolean allowPartialTail, int maxExamples, InputStream standardInput) {
        this(threads, maxLineBytes, allowPartialTail, maxExamples, standardInput, new ReadingMonitor());
    }
}
