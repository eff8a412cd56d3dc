package io.github.recsyseval.diagnosis;

import io.github.recsyseval.event.IdHash;
import io.github.recsyseval.event.StrictJson;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
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
    }

    /** A word of two to twelve letters before a separator, or braces around the id. */
    private static final Pattern PREFIXES =
            Pattern.compile("^(?:urn:uuid:|[A-Za-z]{2,12}[_:]|(?i:req|request|rid|id)-)");

    private final IdHash hash = new IdHash();

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

    /** The hash of an id in one form. */
    long hash(Form form, String id) {
        byte[] text = form.normal.apply(id).getBytes(StandardCharsets.UTF_8);
        hash.hash(text, 0, text.length);
        return hash.first();
    }

    /** The request id in a record that is a JSON object and has one. */
    static String requestId(byte[] bytes, int from, int to) {
        try (JsonParser json = StrictJson.parser(bytes, from, to)) {
            json.nextToken();
            while (json.nextToken() == JsonToken.PROPERTY_NAME) {
                boolean found = json.currentName().equals("request_id");
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
