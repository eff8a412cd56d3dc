package io.github.recsyseval.report;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How the user defined a figure.
 *
 * @param events {@code click}, {@code conversion}, or both
 * @param measure {@code count}, {@code value} or {@code any}
 * @param per {@code exposure} or {@code user}: what n of the figure counts
 * @param unit what its values are counted in; null where the definition does not say
 */
public record OwnKpiRow(
        String name,
        List<String> events,
        String measure,
        String per,
        @Nullable String unit) {}
