package io.github.recsyseval.report.comparison;

import io.github.recsyseval.report.DeltaRow;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How one metric moved.
 *
 * @param section section of the reports that has the metric; {@code lists} has list length and clicks per shown item. One of
 *     {@code kpis}, {@code lists}, {@code guardrails}, {@code offline}, {@code data_quality}.
 * @param change the move with its interval; its n is that of the later report
 * @param nBefore observations of the earlier report
 * @param usersBefore distinct users of the earlier report; null if users do not matter for the metric
 * @param splits one row for each breakdown
 */
public record MoveRow(
        String section,
        DeltaRow change,
        long nBefore,
        @Nullable Long usersBefore,
        @Nullable Long usersAfter,
        List<SplitRow> splits) {}
