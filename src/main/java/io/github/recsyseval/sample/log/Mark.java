package io.github.recsyseval.sample.log;

/**
 * The trace that a fault leaves on a record; it is never written to the logs.
 *
 * @param fault name of the fault
 * @param form  which form of it, or empty when it has only one
 */
public record Mark(String fault, Part part, String form) {}
