package io.github.recsyseval.report;

import org.jspecify.annotations.Nullable;

/**
 * A fault of the logs beyond their schemas.
 *
 * @param code stable, for example {@code J02}
 * @param title a short name, for example {@code id-format}
 * @param severity {@code warn} or {@code fail}
 * @param affects {@code numbers}, {@code privacy} or {@code operations}; only failing findings of the first kind take the trust
 * @param summary what it is, as a clause
 * @param count records that show it
 * @param n records looked at; on a sample they stand for all in proportion
 * @param what the records
 * @param share count / n
 * @param evidence what was seen, without any id
 * @param fix what to do about it
 * @param spoils the unit of the figures that it makes wrong, {@code ms} or {@code value}; null where it is about none or all of them, or
 *     is tolerated
 * @param suppressedBy the code of the finding of which this is a consequence; null for causes
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
