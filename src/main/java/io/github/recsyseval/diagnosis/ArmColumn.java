package io.github.recsyseval.diagnosis;

import java.util.SortedMap;

/**
 * Where it stands which arm of an experiment served a request.
 *
 * @param column a slice column
 * @param numbers the slice number of each variant
 */
public record ArmColumn(int column, SortedMap<String, Integer> numbers) {}
