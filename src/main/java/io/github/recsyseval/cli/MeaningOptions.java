package io.github.recsyseval.cli;

import io.github.recsyseval.evaluation.DeclaredMeaning;
import io.github.recsyseval.metric.kpi.OwnKpi;
import io.github.recsyseval.text.DidYouMean;
import io.github.recsyseval.text.PrintableText;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What the data means, as only its owner can tell. */
final class MeaningOptions {
    static final List<String> EXPOSURES = List.of("rendered", "served");
    static final List<String> PLACES = List.of("client", "server");

    @Option(
            names = "--exposure-means",
            paramLabel = "rendered|served",
            description = "Whether a logged list was rendered on screen or only served.")
    private @Nullable String exposureMeans;

    @Option(names = "--value-unit", paramLabel = "UNIT", description = "Unit of value in outcomes, such as EUR.")
    private @Nullable String valueUnit;

    @Option(
            names = "--latency-measured-at",
            paramLabel = "client|server",
            description = "Where latency_ms was measured.")
    private @Nullable String latencyMeasuredAt;

    DeclaredMeaning meaning() {
        return new DeclaredMeaning(
                oneOf("--exposure-means", exposureMeans, EXPOSURES),
                valueUnit == null ? DeclaredMeaning.UNDECLARED : unit("--value-unit", valueUnit),
                oneOf("--latency-measured-at", latencyMeasuredAt, PLACES));
    }

    /** A unit in a few printable characters. */
    static String unit(String option, String unit) {
        boolean fits = !unit.isBlank()
                && unit.codePointCount(0, unit.length()) <= OwnKpi.LONGEST_UNIT
                && PrintableText.name(unit).equals(unit);
        if (!fits) {
            throw new UsageException(
                    option + " takes 1 to " + OwnKpi.LONGEST_UNIT + " printable characters, such as EUR");
        }
        return unit.strip();
    }

    private static String oneOf(String option, @Nullable String value, List<String> known) {
        if (value == null) {
            return DeclaredMeaning.UNDECLARED;
        }
        if (!known.contains(value)) {
            throw new UsageException(option + " takes " + String.join(" or ", known) + ", not \"" + value + "\""
                    + DidYouMean.hint(value, known));
        }
        return value;
    }
}
