/**
 * Looks at logs and proposes what a configuration should say about them: a map, slices.
 *
 * <p>Start with {@link io.github.recsyseval.proposal.LogHead}, the lines that are looked at, and {@link
 * io.github.recsyseval.proposal.MapProposal}.
 */
@NullMarked
package io.github.recsyseval.proposal;

import org.jspecify.annotations.NullMarked;
