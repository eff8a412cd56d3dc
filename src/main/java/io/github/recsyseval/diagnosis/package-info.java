/**
 * Why logs do not join or cannot carry numbers: detectors of known logging faults, run in the same pass as the join.
 *
 * <p>Start with {@link io.github.recsyseval.diagnosis.Diagnosis}. While records pass, a {@link io.github.recsyseval.diagnosis.RequestWatch}
 * per thread counts, and keeps whole requests of a sample of users; afterwards each {@link io.github.recsyseval.diagnosis.Detector} looks
 * at the counts, the sample and the join's own state. Memory is bounded; nothing depends on the order of lines or on threads.
 */
@NullMarked
package io.github.recsyseval.diagnosis;

import org.jspecify.annotations.NullMarked;
