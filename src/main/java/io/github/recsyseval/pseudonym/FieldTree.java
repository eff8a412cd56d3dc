package io.github.recsyseval.pseudonym;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The fields that are replaced, ordered by the objects in which they stand. */
final class FieldTree {
    /** An object or a field; a field has no children. */
    static final class Node {
        final String key;
        final List<Node> children = new ArrayList<>();
        /** The number of the field; -1 for an object. */
        int field = -1;
        /** Which of its parent's keys this is. */
        final int place;

        private Node(String key, int place) {
            this.key = key;
            this.place = place;
        }

        boolean isField() {
            return field >= 0;
        }

        @Nullable Node child(String name) {
            for (Node child : children) {
                if (child.key.equals(name)) {
                    return child;
                }
            }
            return null;
        }
    }

    private final List<FieldPath> fields;
    private final Node root = new Node("", 0);

    /** @throws IllegalArgumentException when a field is given twice, or lies within another one; the message says so */
    FieldTree(List<FieldPath> fields) {
        this.fields = List.copyOf(fields);
        for (int i = 0; i < fields.size(); i++) {
            add(fields.get(i), i);
        }
    }

    private void add(FieldPath path, int number) {
        Node at = root;
        for (String key : path.keys()) {
            if (at.isField()) {
                throw new IllegalArgumentException(path.text() + " lies within "
                        + fields.get(at.field).text() + ", which is to be replaced itself");
            }
            Node next = at.child(key);
            if (next == null) {
                next = new Node(key, at.children.size());
                at.children.add(next);
            }
            at = next;
        }
        if (at.isField()) {
            throw new IllegalArgumentException(path.text() + " is given twice");
        }
        if (!at.children.isEmpty()) {
            throw new IllegalArgumentException(
                    "another field lies within " + path.text() + ", which is to be replaced itself");
        }
        at.field = number;
    }

    Node root() {
        return root;
    }

    FieldPath field(int number) {
        return fields.get(number);
    }

    int size() {
        return fields.size();
    }
}
