/**
 * Realistic recommender logs with planted faults: the same seed gives the same bytes, and a truth file states what is in them. Used for
 * {@code testdata/}, by the command {@code sample} and by the tests of the findings. Start at
 * {@link io.github.recsyseval.sample.Sample}; how to use it stands in {@code docs/sample.md}.
 */
@NullMarked
package io.github.recsyseval.sample;

import org.jspecify.annotations.NullMarked;
