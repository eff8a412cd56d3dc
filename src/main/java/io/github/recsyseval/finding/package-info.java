/**
 * The catalogue of faults that schemas cannot detect: stable codes, texts, thresholds and fixes, shared by
 * validate, join and reports. Start with {@link io.github.recsyseval.finding.FindingCode}.
 */
@NullMarked
package io.github.recsyseval.finding;

import org.jspecify.annotations.NullMarked;
