package io.github.recsyseval.cli;

import io.github.recsyseval.join.Attribution;
import io.github.recsyseval.join.OutcomeDedupe;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which outcomes count for the exposure that they match. */
final class AttributionOptions {
    private static final Pattern DURATION = Pattern.compile("(\\d{1,9})(ms|s|m|h|d)");
    private static final String WINDOW = "window:";

    @Option(
            names = "--attribution-window",
            paramLabel = "TIME",
            description =
                    "Count an outcome only within this time after its exposure, such as 30m, 24h or 7d (default: no limit). Later ones are counted separately.")
    private @Nullable String window;

    @Option(
            names = "--outcome-dedupe",
            paramLabel = "RULE",
            description =
                    "Count repeated outcomes (same request, user, item and type) once: exact if time and value are the same too, window:2s if they come within that time, none to count every one (default ${DEFAULT-VALUE}). The earliest counts.")
    private String dedupe = "none";

    Attribution attribution() {
        long micros = window == null ? Long.MAX_VALUE : micros("--attribution-window", window);
        return new Attribution(micros, dedupe());
    }

    private OutcomeDedupe dedupe() {
        if (dedupe.equals("none")) {
            return OutcomeDedupe.NONE;
        }
        if (dedupe.equals("exact")) {
            return OutcomeDedupe.EXACT;
        }
        if (!dedupe.startsWith(WINDOW)) {
            throw new UsageException("--outcome-dedupe takes none, exact or window:2s, not " + dedupe);
        }
        long micros = micros("--outcome-dedupe window", dedupe.substring(WINDOW.length()));
        if (micros == 0) {
            throw new UsageException(
                    "--outcome-dedupe window must be longer than 0; exact drops repetitions in all fields");
        }
        return new OutcomeDedupe(micros);
    }

    private static long micros(String option, String text) {
        Matcher matcher = DURATION.matcher(text);
        if (!matcher.matches()) {
            throw new UsageException(option + " takes a number and a unit (ms, s, m, h, d), such as 30m, not " + text);
        }
        long unit = switch (matcher.group(2)) {
            case "ms" -> 1_000L;
            case "s" -> 1_000_000L;
            case "m" -> 60_000_000L;
            case "h" -> 3_600_000_000L;
            default -> 86_400_000_000L;
        };
        return Long.parseLong(matcher.group(1)) * unit;
    }
}
