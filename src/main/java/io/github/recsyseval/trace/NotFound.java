package io.github.recsyseval.trace;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An id that no record has.
 *
 * @param requestId null where a user was asked for
 * @param userId null where a request was asked for
 * @param similar ids of the logs that differ from it in form only
 */
public record NotFound(@Nullable String requestId, @Nullable String userId, List<SimilarId> similar) {
    /**
     * An id that differs in form only.
     *
     * @param difference in what the two are equal, for example {@code lower-case}
     */
    public record SimilarId(String id, String difference, String file, long line) {}
}
