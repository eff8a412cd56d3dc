package io.github.recsyseval.cli.config;

/** A configuration file that cannot be used. The message is one sentence for the user that names the file and the line. */
public final class ConfigException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    ConfigException(String message) {
        super(message);
    }
}
