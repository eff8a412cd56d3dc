package io.github.recsyseval.report.comparison;

import io.github.recsyseval.report.DeltaRow;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How one figure moved.
 *
 * @param section where the figure stands: {@code kpis}, {@code lists}, {@code guardrails}, {@code offline} or {@code data_quality}
 * @param change the move with its interval
 * @param nBefore observations of the earlier report; those of the later one stand in the change
 * @param usersBefore null where users play no part; likewise usersAfter
 * @param splits one for each breakdown; empty where the figure is no ratio
 */
public record MoveRow(
        String section,
        DeltaRow change,
        long nBefore,
        @Nullable Long usersBefore,
        @Nullable Long usersAfter,
        List<SplitRow> splits) {}
