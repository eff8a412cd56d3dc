package io.github.recsyseval.join;

/**
 * Which outcomes count for an exposure.
 *
 * @param windowMicros how long after the exposure an outcome still counts; {@link Long#MAX_VALUE} for any time
 */
public record Attribution(long windowMicros, OutcomeDedupe dedupe) {
    public static final Attribution DEFAULT = new Attribution(Long.MAX_VALUE, OutcomeDedupe.NONE);
}
