/**
 * Temporary files for what does not fit into memory. Start with {@link io.github.recsyseval.spill.SpillSpace}; a
 * {@link io.github.recsyseval.spill.SpillBudget} says how much may be held in memory before they are needed.
 *
 * <p>They are readable by their owner only, and disappear with the process however it ends: on POSIX systems a file is unlinked as
 * soon as it is open, so that not even a killed process leaves one behind.
 */
@NullMarked
package io.github.recsyseval.spill;

import org.jspecify.annotations.NullMarked;
