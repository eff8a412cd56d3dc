package io.github.recsyseval.engine;

import io.github.recsyseval.mapping.LogMap;
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
 * @param map how lines become records of their contracts
 * @param monitor told of each input that is read
 */
public record ReadOptions(
        int threads,
        int maxLineBytes,
        boolean allowPartialTail,
        int maxExamples,
        InputStream standardInput,
        boolean sha256,
        LogMap map,
        ReadingMonitor monitor) {
    /** Without SHA-256. */
    public ReadOptions(
            int threads, int maxLineBytes, boolean allowPartialTail, int maxExamples, InputStream standardInput) {
        this(threads, maxLineBytes, allowPartialTail, maxExamples, standardInput, false, LogMap.NONE);
    }

    public ReadOptions(
            int threads,
            int maxLineBytes,
            boolean allowPartialTail,
            int maxExamples,
            InputStream standardInput,
            boolean sha256,
            LogMap map) {
        this(threads, maxLineBytes, allowPartialTail, maxExamples, standardInput, sha256, map, new ReadingMonitor());
    }
}
