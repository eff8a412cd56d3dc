/** Compares two reports: are they comparable, what moved, and what made it move. Start with {@link ReportComparison}. */
@NullMarked
package io.github.recsyseval.comparison;

import org.jspecify.annotations.NullMarked;
