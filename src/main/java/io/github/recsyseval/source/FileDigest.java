package io.github.recsyseval.source;

import org.jspecify.annotations.Nullable;

/**
 * What a file holds, told in a few bytes: over its bytes as they are on disk, compressed or not.
 *
 * @param bytes how many were read
 * @param xxh128 32 hexadecimal digits, as {@code xxh128sum} prints them; null for a file that cannot be opened
 * @param sha256 64 hexadecimal digits, as {@code sha256sum} prints them; null when not asked for
 */
public record FileDigest(
        String name,
        long bytes,
        @Nullable String xxh128,
        @Nullable String sha256) {}
