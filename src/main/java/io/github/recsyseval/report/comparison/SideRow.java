package io.github.recsyseval.report.comparison;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One of the two reports.
 *
 * @param source its file
 * @param command the subcommand that made it
 * @param version of recsys-eval that made it
 * @param createdAt RFC 3339, UTC
 * @param trusted whether its data passed the default limits
 * @param untrustedBecause why not, a sentence each
 * @param exposures distinct exposures evaluated
 * @param users distinct users among them
 * @param firstExposure RFC 3339 in UTC; null without exposures
 * @param filters in words
 */
public record SideRow(
        String source,
        String command,
        String version,
        String createdAt,
        boolean trusted,
        List<String> untrustedBecause,
        long exposures,
        long users,
        @Nullable String firstExposure,
        @Nullable String lastExposure,
        List<String> filters) {}
