package io.github.recsyseval.pseudonym;

import io.github.recsyseval.event.StrictJson;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/** The names of the fields of a record, to find the one that was meant. */
final class FieldNames {
    private static final int MOST = 200;

    private final List<String> names = new ArrayList<>();

    private FieldNames() {}

    /** As paths, {@code context.session_id}, of a line that holds an object; those up to where it stops being JSON. */
    static List<String> of(byte[] line, int from, int to) {
        FieldNames fields = new FieldNames();
        try (JsonParser parser = StrictJson.parser(line, from, to)) {
            parser.nextToken();
            fields.object(parser, "");
        } catch (JacksonException end) {
            return fields.names;
        }
        return fields.names;
    }

    private void object(JsonParser parser, String prefix) {
        while (parser.nextToken() == JsonToken.PROPERTY_NAME && names.size() < MOST) {
            String name = prefix + parser.currentName();
            names.add(name);
            value(parser, parser.nextToken(), name);
        }
    }

    private void value(JsonParser parser, JsonToken token, String name) {
        if (token == JsonToken.START_OBJECT) {
            object(parser, name + ".");
        } else if (token == JsonToken.START_ARRAY) {
            parser.skipChildren();
        }
    }
}
