package io.github.recsyseval.pseudonym;

import io.github.recsyseval.source.InputSet;
import io.github.recsyseval.source.ReadingMonitor;
import java.io.InputStream;
import java.util.List;

/**
 * What is pseudonymised, and how it is read.
 *
 * @param key the secret; at least one byte
 * @param threads at least 1; the output is the same
 * @param maxLineBytes longer lines are refused and never held whole
 */
public record PseudonymPlan(
        InputSet inputs,
        List<FieldPath> fields,
        byte[] key,
        int threads,
        int maxLineBytes,
        InputStream standardInput,
        ReadingMonitor monitor) {}
