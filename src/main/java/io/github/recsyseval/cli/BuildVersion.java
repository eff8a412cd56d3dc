package io.github.recsyseval.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Properties;
import picocli.CommandLine.IVersionProvider;

/** Which build this is, from the resource that the build writes. */
public final class BuildVersion implements IVersionProvider {

    private static final String RESOURCE = "/recsys-eval/build.properties";
    private static final String UNKNOWN = "unknown";

    /** Version of the product, for example {@code 0.1.0}. */
    public static String version() {
        return properties().getProperty("version", UNKNOWN);
    }

    /**
     * Git commit of the sources, 40 hexadecimal digits, with {@code -dirty} behind it when they were changed since;
     * {@code unknown} when they were built outside a git checkout.
     */
    public static String commit() {
        return properties().getProperty("commit", UNKNOWN);
    }

    @Override
    public String[] getVersion() {
        return new String[] {"recsys-eval " + version() + " (commit " + commit() + ")"};
    }

    private static Properties properties() {
        Properties properties = new Properties();
        try (InputStream in = BuildVersion.class.getResourceAsStream(RESOURCE)) {
            if (in != null) {
                properties.load(new InputStreamReader(in, StandardCharsets.UTF_8));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return properties;
    }
}
