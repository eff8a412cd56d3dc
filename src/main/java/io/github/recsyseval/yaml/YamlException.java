package io.github.recsyseval.yaml;

/** A file is not YAML of the kind wanted; the message is a sentence for people that begins with file and line. */
public final class YamlException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public YamlException(String message) {
        super(message);
    }
}
