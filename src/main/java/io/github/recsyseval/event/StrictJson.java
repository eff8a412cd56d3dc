package io.github.recsyseval.event;

import tools.jackson.core.JsonParser;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.TokenStreamFactory;
import tools.jackson.core.json.JsonFactory;

/**
 * Makes the parsers through which every line is read: JSON as RFC 8259 has it, without extensions, in UTF-8 only.
 *
 * <p>The parser checks neither the encoding ({@link Utf8} does) nor that nothing follows the value, nor that a key
 * occurs once.
 */
public final class StrictJson {
    /** Arrays and objects inside one another beyond this number are refused, so that no line can exhaust the stack. */
    public static final int MAX_DEPTH = 500;

    // Lengths are bounded by the length of the line, which the reader of lines limits.
    private static final JsonFactory FACTORY = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(MAX_DEPTH)
                    .maxNumberLength(Integer.MAX_VALUE)
                    .maxStringLength(Integer.MAX_VALUE)
                    .maxNameLength(Integer.MAX_VALUE)
                    .build())
            .disable(TokenStreamFactory.Feature.CHARSET_DETECTION)
            .build();

    private StrictJson() {}

    /** A parser of the bytes [from, to), standing before the first token. */
    public static JsonParser parser(byte[] bytes, int from, int to) {
        return FACTORY.createParser(ObjectReadContext.empty(), bytes, from, to - from);
    }
}
