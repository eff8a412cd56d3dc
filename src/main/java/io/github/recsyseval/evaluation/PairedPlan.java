package io.github.recsyseval.evaluation;

import io.github.recsyseval.metric.ScoreBook;
import io.github.recsyseval.source.InputSet;
import org.jspecify.annotations.Nullable;

/**
 * Other lists to compare with, request by request or user by user.
 *
 * @param source the file, for the report
 * @param outcomes those of the run, or others where the baseline has its own
 * @param hasOwnOutcomes which of the two
 * @param book where the run writes down its scores
 * @param baselineBook where the reading of the baseline does
 * @param baselineCatalogue what is counted over all lists of the baseline; null where nothing is
 */
public record PairedPlan(
        String source,
        InputSet exposures,
        InputSet outcomes,
        boolean hasOwnOutcomes,
        By by,
        ScoreBook book,
        ScoreBook baselineBook,
        @Nullable CataloguePlan baselineCatalogue) {

    /** What makes a pair. */
    public enum By {
        /** The same request_id: two lists for one request. */
        REQUEST,
        /** The same user: the mean over the user's requests on either side. */
        USER
    }
}
