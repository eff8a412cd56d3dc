package io.github.recsyseval.report;

import org.jspecify.annotations.Nullable;

/**
 * A fault in the logs that their schemas do not detect.
 *
 * @param code stable code, for example J02
 * @param title short name, for example id-format
 * @param severity {@code warn} or {@code fail}
 * @param affects what is at risk. Only failing findings that affect numbers make a report untrusted. One of {@code numbers},
 *     {@code privacy}, {@code operations}.
 * @param summary what was found, as a clause
 * @param count records affected
 * @param n records examined. If only a sample was examined, n is scaled so that count / n estimates the share of all records.
 * @param what which records were examined
 * @param share count / n
 * @param evidence what was observed, without any id
 * @param fix how to fix it
 * @param spoils the unit of the metrics that this finding makes wrong: they pass no limit and decide nothing. Null if it concerns
 *     no metrics or all of them, or is tolerated. One of {@code ms}, {@code value}.
 * @param suppressedBy code of the finding that causes this one; null for root causes
 */
public record FindingRow(
        String code,
        String title,
        String severity,
        String affects,
        String summary,
        long count,
        long n,
        String what,
        double share,
        IntervalRow interval,
        String evidence,
        String fix,
        @Nullable String spoils,
        @Nullable String suppressedBy) {}
