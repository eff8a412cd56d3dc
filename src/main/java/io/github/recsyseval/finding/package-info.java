/**
 * The one catalogue of what can be wrong with logs beyond their schemas: stable codes, words, thresholds and remedies, the same
 * for validate, join and reports. Start with {@link io.github.recsyseval.finding.FindingCode}.
 */
@NullMarked
package io.github.recsyseval.finding;

import org.jspecify.annotations.NullMarked;
