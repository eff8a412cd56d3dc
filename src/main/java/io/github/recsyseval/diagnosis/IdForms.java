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

    private final IdHash hash = new IdHash();
    private final long[] hashes = new long[FORMS.length];

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

    /** The hashes of an id in each form, in the order of the forms; valid until the next call. */
    long[] hashes(byte[] id) {
        if (isCommon(id)) {
            Arrays.fill(hashes, hash(id, id.length));
            hashes[Form.DASHES.ordinal()] = hashWithoutDashes(id);
            hashes[Form.ALL.ordinal()] = hashes[Form.DASHES.ordinal()];
        } else {
            String text = new String(id, StandardCharsets.UTF_8);
            for (Form form : FORMS) {
                byte[] normal = form.of(text).getBytes(StandardCharsets.UTF_8);
                hashes[form.ordinal()] = hash(normal, normal.length);
            }
        }
        return hashes;
    }

    /** Whether nothing but dashes could be taken from an id: lower-case letters, digits and dashes, no prefix. Most ids are such. */
    private static boolean isCommon(byte[] id) {
        int letters = 0;
        for (int i = 0; i < id.length; i++) {
            byte c = id[i];
            boolean letter = c >= 'a' && c <= 'z';
            letters += letter && letters == i ? 1 : 0;
            if (!letter && (c < '0' || c > '9') && c != '-') {
                return false;
            }
        }
        // "req-", "request-", "rid-" and "id-" are prefixes.
        return letters < 2 || letters > 7 || letters == id.length || id[letters] != '-';
    }

    private long hashWithoutDashes(byte[] id) {
        byte[] bare = new byte[id.length];
        int length = 0;
        for (byte c : id) {
            bare[length] = c;
            length += c == '-' ? 0 : 1;
        }
        return hash(bare, length);
    }

    private long hash(byte[] text, int length) {
        hash.hash(text, 0, length);
        return hash.first();
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
