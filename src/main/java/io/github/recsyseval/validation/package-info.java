/**
 * Checks every line of an input, collects findings about the valid ones, and writes the result in several formats, for {@code
 * validate}.
 *
 * <p>Start with {@link io.github.recsyseval.validation.Validation}, which reads, and
 * {@link io.github.recsyseval.validation.ValidationReport}, which holds the result; the writers are views of it.
 */
@NullMarked
package io.github.recsyseval.validation;

import org.jspecify.annotations.NullMarked;
