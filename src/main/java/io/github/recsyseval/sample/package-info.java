/**
 * Realistic recommender logs with planted faults: the same seed gives the same bytes, and a truth file states what is in them.
 * Used for {@code testdata/}, by the command {@code sample} and by the tests of the findings. Start at {@link
 * io.github.recsyseval.sample.Sample}; {@code docs/sample.md} describes how to use it.
 */
@NullMarked
package io.github.recsyseval.sample;

import org.jspecify.annotations.NullMarked;
