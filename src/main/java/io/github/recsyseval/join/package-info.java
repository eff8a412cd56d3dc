/**
 * Joins exposures, outcomes and assignments by request id.
 *
 * <p>Start with {@link io.github.recsyseval.join.RequestJoin}. Outcomes and assignments are indexed first ({@link
 * io.github.recsyseval.join.OutcomeIndex}, {@link io.github.recsyseval.join.AssignmentIndex}); exposures are streamed, their
 * duplicates are resolved in input order ({@link io.github.recsyseval.join.ExposureSet}), and each one left becomes a {@link
 * io.github.recsyseval.join.JoinedRequest}.
 */
@NullMarked
package io.github.recsyseval.join;

import org.jspecify.annotations.NullMarked;
