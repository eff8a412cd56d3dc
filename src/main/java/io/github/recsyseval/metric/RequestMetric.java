package io.github.recsyseval.metric;

import io.github.recsyseval.stat.RatioKind;
import org.jspecify.annotations.Nullable;

/**
 * A figure that is a sum over requests divided by how many of them count, or by how many users have such a request.
 *
 * @param name as in reports and on the command line
 * @param definition one line for people: numerator / denominator
 * @param kind what the ratio can be, which decides its interval; a proportion of users counts each user at most once
 * @param better which direction is good
 * @param per what the sum is divided by
 * @param valueUnit what its values are counted in; null for that of all values, or where there are none
 */
public record RequestMetric(
        String name,
        String definition,
        RatioKind kind,
        Better better,
        Per per,
        @Nullable String valueUnit) {
    /** The good direction. */
    public enum Better {
        HIGHER,
        LOWER
    }

    /** The divisor. */
    public enum Per {
        EXPOSURE,
        USER
    }

    /** A figure per exposure. */
    public RequestMetric(String name, String definition, RatioKind kind, Better better) {
        this(name, definition, kind, better, Per.EXPOSURE, null);
    }

    /** The same figure, of which one more thing is to be said. */
    public RequestMetric saying(String more) {
        return new RequestMetric(name, definition + "; " + more, kind, better, per, valueUnit);
    }

    /** What a user with this sum over requests that count adds above the line. */
    double numerator(double sum) {
        return per == Per.USER && kind == RatioKind.PROPORTION ? Math.min(sum, 1) : sum;
    }

    /** What such a user adds below the line. */
    double denominator(long counted) {
        return per == Per.USER ? 1 : counted;
    }
}
