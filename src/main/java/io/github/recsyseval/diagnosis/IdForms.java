package io.github.recsyseval.diagnosis;

import io.github.recsyseval.event.IdHash;
import io.github.recsyseval.event.StrictJson;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/** The ways in which two writers of one id can differ, each undone: an id in its normal forms. One instance serves one thread. */
final class IdForms {
    /** A normal form, with the words for what it ignores. */
    enum Form {
        LOWER("lower-case", id -> id.toLowerCase(Locale.ROOT)),
        TRIM("without blanks around it", String::strip),
        PREFIX("without its prefix", id -> PREFIXES.matcher(id).replaceFirst("")),
        DASHES("without dashes", id -> id.replace("-", "")),
        URL("URL-decoded", IdForms::decoded),
        ALL("in one canonical form (lower-case, trimmed, URL-decoded, without prefix and dashes)", IdForms::canonical);

        private final String words;
        private final UnaryOperator<String> normal;

        Form(String words, UnaryOperator<String> normal) {
            this.words = words;
            this.normal = normal;
        }

        String words() {
            return words;
        }

        /** The id in this form. */
        String of(String id) {
            return normal.apply(id);
        }
    }

    /** A word of two to twelve letters before a separator, or braces around the id. */
    private static final Pattern PREFIXES =
            Pattern.compile("^(?:urn:uuid:|[A-Za-z]{2,12}[_:]|(?i:req|request|rid|id)-)");

    private static final Form[] FORMS = Form.values();
    /** Bytes that two ids share by chance no more. */
    private static final int LEAST_PART = 12;

    /** Instead of the {@link #ending} of an id; endings are below it. */
    static final int NO_ENDING = 1 << 15;

    /** Three characters, and two that belong to a per cent sign. */
    private static final int SHORTEST_WITH_ENDING = 5;

    private static final byte[] CODES = codes();

    private final IdHash hash = new IdHash();
    private final long[] hashes = new long[FORMS.length];

    /** Whether one of two different ids is the beginning or the end of the other, and long enough not to be so by chance. */
    static boolean isCutOff(IdText some, int one, IdText others, int other) {
        int a = some.to(one) - some.from(one);
        int b = others.to(other) - others.from(other);
        int part = Math.min(a, b);
        return part >= LEAST_PART
                && a != b
                && (same(some, some.from(one), others, others.from(other), part)
                        || same(some, some.to(one) - part, others, others.to(other) - part, part));
    }

    private static boolean same(IdText a, int fromA, IdText b, int fromB, int length) {
        return Arrays.equals(a.bytes(), fromA, fromA + length, b.bytes(), fromB, fromB + length);
    }

    private static String decoded(String id) {
        if (id.indexOf('%') < 0) {
            return id;
        }
        try {
            return URLDecoder.decode(id, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException notEncoded) {
            return id;
        }
    }

    private static String canonical(String id) {
        String bare = decoded(id).strip().toLowerCase(Locale.ROOT);
        return PREFIXES.matcher(bare).replaceFirst("").replace("-", "");
    }

    /** The hashes of the id {@code text[from, to)} in each form, in the order of the forms; valid until the next call. */
    long[] hashes(byte[] text, int from, int to) {
        if (isCommon(text, from, to)) {
            Arrays.fill(hashes, hash(text, from, to));
            hashes[Form.DASHES.ordinal()] = hashWithoutDashes(text, from, to);
            hashes[Form.ALL.ordinal()] = hashes[Form.DASHES.ordinal()];
        } else {
            String id = new String(text, from, to - from, StandardCharsets.UTF_8);
            for (Form form : FORMS) {
                byte[] normal = form.of(id).getBytes(StandardCharsets.UTF_8);
                hashes[form.ordinal()] = hash(normal, 0, normal.length);
            }
        }
        return hashes;
    }

    /** Whether nothing but dashes could be taken from an id: lower-case letters, digits and dashes, no prefix. Most ids are such. */
    private static boolean isCommon(byte[] text, int from, int to) {
        int letters = 0;
        for (int i = from; i < to; i++) {
            byte c = text[i];
            boolean letter = c >= 'a' && c <= 'z';
            letters += letter && letters == i - from ? 1 : 0;
            if (!letter && (c < '0' || c > '9') && c != '-') {
                return false;
            }
        }
        // "req-", "request-", "rid-" and "id-" are prefixes.
        return letters < 2 || letters > 7 || letters == to - from || text[from + letters] != '-';
    }

    private long hashWithoutDashes(byte[] text, int from, int to) {
        byte[] bare = new byte[to - from];
        int length = 0;
        for (int i = from; i < to; i++) {
            bare[length] = text[i];
            length += text[i] == '-' ? 0 : 1;
        }
        return hash(bare, 0, length);
    }

    private long hash(byte[] text, int from, int to) {
        hash.hash(text, from, to);
        return hash.first();
    }

    /**
     * A number that an id has in all of its forms, made of the three letters or digits at its end, in whatever case, blanks behind them left
     * out; {@link #NO_ENDING} where other characters stand there, or a per cent sign before them that could take some of them along.
     */
    static int ending(byte[] text, int from, int to) {
        int end = to;
        while (end > from && text[end - 1] == ' ') {
            end--;
        }
        if (end - from < SHORTEST_WITH_ENDING || text[end - 4] == '%' || text[end - 5] == '%') {
            return NO_ENDING;
        }
        int ending = CODES[text[end - 3] & 0xff] << 10 | CODES[text[end - 2] & 0xff] << 5 | CODES[text[end - 1] & 0xff];
        return ending < 0 ? NO_ENDING : ending;
    }

    /** Five bits for each letter or digit, -1 for all else. */
    private static byte[] codes() {
        byte[] codes = new byte[256];
        Arrays.fill(codes, (byte) -1);
        for (char c = '0'; c <= '9'; c++) {
            codes[c] = (byte) (c - '0');
        }
        for (char c = 'a'; c <= 'z'; c++) {
            codes[c] = (byte) (c & 0x1f);
            codes[Character.toUpperCase(c)] = codes[c];
        }
        return codes;
    }

    /** The request id in a record that is a JSON object; empty when it has none. */
    static String requestId(byte[] bytes, int from, int to) {
        return text(bytes, from, to, "request_id");
    }

    /** The text of a key in a record that is a JSON object; empty when it has none. */
    static String text(byte[] bytes, int from, int to, String key) {
        try (JsonParser json = StrictJson.parser(bytes, from, to)) {
            json.nextToken();
            while (json.nextToken() == JsonToken.PROPERTY_NAME) {
                boolean found = json.currentName().equals(key);
                json.nextToken();
                if (found && json.currentToken() == JsonToken.VALUE_STRING) {
                    return json.getString();
                }
                json.skipChildren();
            }
        }
        return "";
    }
}
