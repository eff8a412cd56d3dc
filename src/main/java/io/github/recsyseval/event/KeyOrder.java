package io.github.recsyseval.event;

import org.jspecify.annotations.Nullable;

/**
 * The keys an object may have, and where they stood in the object before: loggers write the same keys in the same order line after
 * line, so the first guess is nearly always right.
 */
final class KeyOrder {
    private static final int POSITIONS = 8;

    private final Key[] keys;
    private final Key[] guess = new Key[POSITIONS];

    KeyOrder(Key... keys) {
        this.keys = keys;
        for (int i = 0; i < POSITIONS; i++) {
            guess[i] = keys[i % keys.length];
        }
    }

    /** The key at {@code bytes[at]}, the {@code position}-th of its object; null when it is none of those. */
    @Nullable Key at(byte[] bytes, int at, int position) {
        Key guessed = guess[position & POSITIONS - 1];
        return guessed.isAt(bytes, at) ? guessed : search(bytes, at, position);
    }

    private @Nullable Key search(byte[] bytes, int at, int position) {
        for (Key key : keys) {
            if (key.isAt(bytes, at)) {
                guess[position & POSITIONS - 1] = key;
                return key;
            }
        }
        return null;
    }
}
