package io.github.recsyseval.event;

import java.util.HashMap;
import java.util.Map;

/**
 * The fields that a contract names, each with a bit of its own. Both ways of reading a line, {@link LineScanner} and {@link LineReader},
 * tell fields apart by the same bits, which also go into fingerprints.
 */
final class FieldKeys {
    private final int required;
    private final Key[] keys;
    private final Map<String, Integer> bits = new HashMap<>();

    /** @param required the bits of the fields without which a record is not valid */
    FieldKeys(int required, Key... keys) {
        this.required = required;
        this.keys = keys;
        for (Key key : keys) {
            bits.put(key.name, key.bit);
        }
    }

    /** A memory of where the keys stand, for one scanner. */
    KeyOrder order() {
        return new KeyOrder(keys);
    }

    /** The bit of a field; 0 where the contract does not name it. */
    int bit(String name) {
        return bits.getOrDefault(name, 0);
    }

    /** Whether fields that were met are enough for a valid record. */
    boolean suffice(int met) {
        return (met & required) == required;
    }
}
