/**
 * Why logs do not join, or why metrics based on them cannot be trusted: detectors of known logging faults, run in the same pass
 * as the join.
 *
 * <p>Start with {@link io.github.recsyseval.diagnosis.Diagnosis}. While records are read, one {@link
 * io.github.recsyseval.diagnosis.RequestWatch} per thread counts, and keeps all requests of a sample of users; afterwards each
 * {@link io.github.recsyseval.diagnosis.Detector} examines the counts, the sample and the state of the join. Memory is bounded;
 * nothing depends on the order of lines or on threads.
 */
@NullMarked
package io.github.recsyseval.diagnosis;

import org.jspecify.annotations.NullMarked;
