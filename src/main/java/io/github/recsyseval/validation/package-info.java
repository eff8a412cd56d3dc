/**
 * What {@code validate} does: judges every line of an input, notes what is odd about the valid ones, and says it in several forms.
 *
 * <p>Start with {@link io.github.recsyseval.validation.Validation}, which reads, and
 * {@link io.github.recsyseval.validation.ValidationReport}, which everything is told in; the writers are views of it.
 */
@NullMarked
package io.github.recsyseval.validation;

import org.jspecify.annotations.NullMarked;
