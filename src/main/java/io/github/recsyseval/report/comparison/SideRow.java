package io.github.recsyseval.report.comparison;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One of the two reports.
 *
 * @param source file of the report
 * @param command the subcommand that wrote it
 * @param version version of recsys-eval that wrote it
 * @param createdAt time at which it was written, RFC 3339 in UTC
 * @param trusted whether its data passed the default limits
 * @param untrustedBecause why not, one sentence each; empty if trusted
 * @param exposures distinct exposures evaluated
 * @param users distinct users among them
 * @param firstExposure time of the earliest exposure, RFC 3339 in UTC; null without exposures
 * @param filters the filters in force, in words
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
