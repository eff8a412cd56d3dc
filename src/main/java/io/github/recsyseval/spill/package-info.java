/**
 * Temporary files for what does not fit into memory. Start with {@link io.github.recsyseval.spill.SpillSpace}; how much
 * may be held before they are needed says a {@link io.github.recsyseval.spill.SpillBudget}.
 *
 * <p>They are readable by their owner only, and vanish with the process however it ends: on POSIX systems a file loses its name as
 * soon as it is open, so that not even a killed process leaves one behind.
 */
@NullMarked
package io.github.recsyseval.spill;

import org.jspecify.annotations.NullMarked;
