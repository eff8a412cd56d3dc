/** Evaluates the logs of recommender systems. {@link io.github.recsyseval.Main} is where every run starts. */
@NullMarked
package io.github.recsyseval;

import org.jspecify.annotations.NullMarked;
