package io.github.recsyseval.trace;

import io.github.recsyseval.event.Contract;
import io.github.recsyseval.schema.Violation;
import io.github.recsyseval.source.Place;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A line that a search found.
 *
 * @param isRecord whether it is a JSON object; one that is not was taken because the id of {@code request} is a value in it
 * @param text the line as it was logged
 * @param request whose it is; null when it names none
 * @param user the user's 64-bit hash
 * @param time microseconds since 1970; {@link Long#MIN_VALUE} when not readable
 * @param items hashes of the items shown or acted on
 * @param violations what the schema has against it; empty for valid lines
 */
record FoundLine(
        Contract contract,
        Place place,
        boolean isRecord,
        byte[] text,
        @Nullable RequestKey request,
        long user,
        long time,
        long[] items,
        List<Violation> violations) {
    boolean isValid() {
        return violations.isEmpty();
    }
}
