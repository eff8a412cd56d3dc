package io.github.recsyseval.oracle;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which records count.
 *
 * @param since the first second that counts; null for any
 * @param surfaces the surfaces that count; empty for all, also for exposures that name none
 * @param window seconds after the exposure; null for any time
 * @param dedupe seconds; null for no deduplication, 0 for outcomes that agree in everything
 */
record Rules(
        @Nullable Integer since,
        @Nullable Integer until,
        Set<String> surfaces,
        Set<String> excludedUsers,
        @Nullable Integer window,
        @Nullable Integer dedupe) {}
