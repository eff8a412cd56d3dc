/** The comparison of two reports as records; {@code schemas/compare.v1.json} describes them. Start with {@link Comparison}. */
@NullMarked
package io.github.recsyseval.report.comparison;

import org.jspecify.annotations.NullMarked;
