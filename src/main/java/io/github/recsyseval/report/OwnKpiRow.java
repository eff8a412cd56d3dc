package io.github.recsyseval.report;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The definition of a KPI set by the user.
 *
 * @param events which outcomes count: {@code click}, {@code conversion} or both
 * @param measure what is summed: the number of outcomes ({@code count}), their values ({@code value}), or 1 if there is any
 *     ({@code any})
 * @param per the divisor, which is n: exposures, or users with an exposure. One of {@code exposure}, {@code user}.
 * @param unit unit of the values; null if the definition gives none
 */
public record OwnKpiRow(
        String name,
        List<String> events,
        String measure,
        String per,
        @Nullable String unit) {}
