package io.github.recsyseval.cli;

import io.github.recsyseval.evaluation.Definitions;
import io.github.recsyseval.evaluation.GuardrailLimits;
import io.github.recsyseval.evaluation.IncreaseLimit;
import io.github.recsyseval.text.PrintableText;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Option;

/** Which guardrails make a run fail. */
final class GuardrailOptions {
    private static final Pattern CHANGE = Pattern.compile("([0-9]{1,9}(?:\\.[0-9]{1,9})?) ?(%|pp|ms|)");

    @ArgGroup(validate = false, exclusive = false)
    private CapOptions caps = new CapOptions();

    @Option(
            names = "--baseline",
            paramLabel = "REPORT",
            description = "An earlier JSON report with the same definitions, for the limits on increases.")
    private @Nullable Path baseline;

    @Option(
            names = "--max-empty-rate-increase",
            paramLabel = "CHANGE",
            description = "Fail if empty_rate exceeds the baseline by more than 10%% (of its value) or 0.5pp, say.")
    private @Nullable String maxEmptyRateIncrease;

    @Option(names = "--max-error-rate-increase", paramLabel = "CHANGE", description = "The same for error_rate.")
    private @Nullable String maxErrorRateIncrease;

    @Option(
            names = "--max-latency-p95-increase",
            paramLabel = "CHANGE",
            description = "Fail if the 95th percentile of latency exceeds the baseline by more than 10%% or 20ms, say.")
    private @Nullable String maxLatencyP95Increase;

    @Option(
            names = "--max-latency-p99-increase",
            paramLabel = "CHANGE",
            description = "The same for the 99th percentile.")
    private @Nullable String maxLatencyP99Increase;

    /**
     * The limits, checked.
     *
     * @param definitions of this run, which the baseline must share
     */
    GuardrailLimits limits(Definitions definitions) {
        GuardrailLimits limits = caps.limits();
        List<IncreaseLimit> increases = new ArrayList<>();
        increase("--max-empty-rate-increase", maxEmptyRateIncrease, "empty_rate", "pp", increases);
        increase("--max-error-rate-increase", maxErrorRateIncrease, "error_rate", "pp", increases);
        increase("--max-latency-p95-increase", maxLatencyP95Increase, "latency_p95_ms", "ms", increases);
        increase("--max-latency-p99-increase", maxLatencyP99Increase, "latency_p99_ms", "ms", increases);
        return new GuardrailLimits(
                limits.maxEmptyRate(),
                limits.maxErrorRate(),
                limits.maxLatencyP95Ms(),
                limits.maxLatencyP99Ms(),
                increases,
                baseline == null ? null : BaselineOptions.comparable(baseline, definitions));
    }

    /** What was asked for and has no effect, in a sentence. */
    Optional<String> withoutEffect() {
        boolean isUsed = Stream.of(
                        maxEmptyRateIncrease, maxErrorRateIncrease, maxLatencyP95Increase, maxLatencyP99Increase)
                .anyMatch(Objects::nonNull);
        return baseline == null || isUsed
                ? Optional.empty()
                : Optional.of("--baseline has no effect without a limit on an increase, such as"
                        + " --max-error-rate-increase; recsys-eval compare shows what changed");
    }

    /** {@code 10%} of the baseline, or an amount in the figure's own unit. */
    private static void increase(
            String option, @Nullable String text, String figure, String unit, List<IncreaseLimit> increases) {
        if (text == null) {
            return;
        }
        Matcher change = CHANGE.matcher(text.strip());
        boolean zero = change.matches() && Double.parseDouble(change.group(1)) == 0;
        boolean relative = change.matches() && change.group(2).equals("%");
        if (!change.matches() || !zero && !relative && !change.group(2).equals(unit)) {
            throw new UsageException(option + " takes a share of the baseline, such as 10%, or "
                    + (unit.equals("pp") ? "percentage points, such as 0.5pp" : "milliseconds, such as 20ms")
                    + ", not \""
                    + PrintableText.name(text) + "\"");
        }
        double amount = Double.parseDouble(change.group(1));
        increases.add(new IncreaseLimit(figure, relative || unit.equals("pp") ? amount / 100 : amount, relative));
    }
}
