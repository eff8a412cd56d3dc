/**
 * Inspects logs and proposes parts of a configuration: a map, slices.
 *
 * <p>Start with {@link io.github.recsyseval.proposal.LogHead}, the lines that are inspected, and {@link
 * io.github.recsyseval.proposal.MapProposal}.
 */
@NullMarked
package io.github.recsyseval.proposal;

import org.jspecify.annotations.NullMarked;
