package io.github.recsyseval.event;

import java.nio.charset.StandardCharsets;

/** A JSON string of at most 24 bytes, quotes included: the name of a field, or one of the values of an enumeration. */
final class Key extends ByteRun {
    final String name;
    /** One bit of its own among the keys of an object. */
    final int bit;

    Key(String name, int bit) {
        this(name, bit, ('"' + name + '"').getBytes(StandardCharsets.US_ASCII));
    }

    private Key(String name, int bit, byte[] quoted) {
        super(quoted, 0, quoted.length);
        this.name = name;
        this.bit = bit;
    }
}
