/**
 * The shop behind the sample: who comes when, what is shown, what is clicked. Nothing here knows about logs or faults.
 * Start at {@link io.github.recsyseval.sample.world.World}.
 */
@NullMarked
package io.github.recsyseval.sample.world;

import org.jspecify.annotations.NullMarked;
