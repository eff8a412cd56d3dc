/**
 * The report as a model of records, and the writers that show it. The JSON form is canonical: {@code schemas/report.v1.json}
 * describes it, and every other format is a view of the same records.
 *
 * <p>Start with {@link io.github.recsyseval.report.Report}. Writers use nothing but these records.
 */
@NullMarked
package io.github.recsyseval.report;

import org.jspecify.annotations.NullMarked;
