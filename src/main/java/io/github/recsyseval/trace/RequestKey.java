package io.github.recsyseval.trace;

import io.github.recsyseval.event.IdHash;
import java.nio.charset.StandardCharsets;

/** The 128-bit hash of a request id, by which the join knows it. */
record RequestKey(long first, long second) {
    static RequestKey of(String id) {
        IdHash hash = hash(id);
        return new RequestKey(hash.first(), hash.second());
    }

    /** The 64-bit hash by which the join knows a user or an item. */
    static long shortHash(String id) {
        return hash(id).first();
    }

    private static IdHash hash(String id) {
        byte[] text = id.getBytes(StandardCharsets.UTF_8);
        IdHash hash = new IdHash();
        hash.hash(text, 0, text.length);
        return hash;
    }
}
