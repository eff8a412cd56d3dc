package io.github.recsyseval.cli;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.IVersionProvider;

/**
 * Which build this is, from the manifest of the jar: {@code VERSION+COMMIT}. The class loader knows the manifest, and nearly all that a
 * short run needs is in the launcher's archive, so that the jar need not be opened.
 */
public final class BuildVersion implements IVersionProvider {
    private static final String UNKNOWN = "unknown";

    /** Null for classes that are in no jar. */
    private static final @Nullable String BUILD =
            BuildVersion.class.getPackage().getImplementationVersion();

    /** Version of the product, for example {@code 0.1.0}; {@code unknown} when it was not started from its jar. */
    public static String version() {
        return BUILD == null ? UNKNOWN : BUILD.substring(0, BUILD.indexOf('+'));
    }

    /**
     * Git commit of the sources, 40 hexadecimal digits, with {@code -dirty} behind it when they were changed since;
     * {@code unknown} when they were built outside a git checkout, or the product was not started from its jar.
     */
    public static String commit() {
        return BUILD == null ? UNKNOWN : BUILD.substring(BUILD.indexOf('+') + 1);
    }

    @Override
    public String[] getVersion() {
        return new String[] {"recsys-eval " + version() + " (commit " + commit() + ")"};
    }
}
