package io.github.recsyseval.yaml;

import java.util.List;

/** A value in a YAML file that knows its line, counted from 1. */
public sealed interface Node {
    int line();

    /** How the value would be called in an error message. */
    String shown();

    /** What kind of scalar the file holds, before anybody asks what was wanted. */
    enum Type {
        TRUTH,
        INTEGER,
        NUMBER,
        TEXT
    }

    /** @param text as it stands in the file, without quotes */
    record Scalar(int line, Type type, String text) implements Node {
        @Override
        public String shown() {
            return type == Type.TEXT ? '"' + YamlReader.printable(text) + '"' : text;
        }
    }

    record Items(int line, List<Node> nodes) implements Node {
        @Override
        public String shown() {
            return "a list";
        }
    }

    record Fields(int line, List<Field> fields) implements Node {
        @Override
        public String shown() {
            return "keys with values";
        }
    }

    /** Nothing, {@code null} or {@code ~}; only in {@link Dialect#FULL}. */
    record Nothing(int line) implements Node {
        @Override
        public String shown() {
            return "nothing";
        }
    }

    /** @param line where the name stands */
    record Field(String name, int line, Node value) {}
}
