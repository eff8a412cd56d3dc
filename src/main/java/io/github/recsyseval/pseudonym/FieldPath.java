package io.github.recsyseval.pseudonym;

import java.util.ArrayList;
import java.util.List;

/**
 * A field of a record, {@code user_id} or {@code context.session_id}; arrays on the way are gone through, so {@code items.item_id} is
 * the id of every item.
 *
 * @param text as it was typed, without the mark of optional ones
 * @param keys from the record inwards, at least one
 * @param optional whether a record may lack it, written {@code context.session_id?}
 */
public record FieldPath(String text, List<String> keys, boolean optional) {

    /**
     * Reads a path. A backslash takes the meaning from a dot, a question mark or a backslash that belongs to a key.
     *
     * @throws IllegalArgumentException for a path with an empty key; the message says so
     */
    public static FieldPath parse(String typed) {
        List<String> keys = new ArrayList<>();
        StringBuilder key = new StringBuilder();
        boolean optional = false;
        for (int i = 0; i < typed.length(); i++) {
            char c = typed.charAt(i);
            if (c == '\\' && i + 1 < typed.length()) {
                key.append(typed.charAt(++i));
            } else if (c == '.') {
                keys.add(key.toString());
                key.setLength(0);
            } else if (c == '?' && i == typed.length() - 1) {
                optional = true;
            } else {
                key.append(c);
            }
        }
        keys.add(key.toString());
        if (keys.stream().anyMatch(String::isBlank)) {
            throw new IllegalArgumentException("\"" + typed + "\" is not a field: a key is empty");
        }
        return new FieldPath(optional ? typed.substring(0, typed.length() - 1) : typed, List.copyOf(keys), optional);
    }
}
