package io.github.recsyseval.cli;

import io.github.recsyseval.evaluation.Definitions;
import io.github.recsyseval.evaluation.GuardrailLimits;
import io.github.recsyseval.evaluation.IncreaseLimit;
import io.github.recsyseval.text.PrintableText;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which guardrails make a run fail. */
final class GuardrailOptions {
    private static final Pattern CHANGE = Pattern.compile("([0-9]{1,9}(?:\\.[0-9]{1,9})?) ?(%|pp|ms|)");

    @Option(
            names = "--max-empty-rate",
            paramLabel = "SHARE",
            description = "Fail (exit 5) when a larger share of the exposures has an empty list.")
    private @Nullable Double maxEmptyRate;

    @Option(
            names = "--max-error-rate",
            paramLabel = "SHARE",
            description = "Fail when a larger share of the exposures has error: true, or none logs error.")
    private @Nullable Double maxErrorRate;

    @Option(
            names = "--max-latency-p95-ms",
            paramLabel = "MS",
            description = "Fail when the 95th percentile of latency_ms is higher, or no latency is logged.")
    private @Nullable Double maxLatencyP95Ms;

    @Option(names = "--max-latency-p99-ms", paramLabel = "MS", description = "Likewise for the 99th percentile.")
    private @Nullable Double maxLatencyP99Ms;

    @Option(
            names = "--baseline",
            paramLabel = "REPORT",
            description = "An earlier JSON report of the same definitions, for the limits on increases.")
    private @Nullable Path baseline;

    @Option(
            names = "--max-empty-rate-increase",
            paramLabel = "CHANGE",
            description = "Fail when empty_rate is further above the baseline: 10%% of it, or 0.5pp.")
    private @Nullable String maxEmptyRateIncrease;

    @Option(names = "--max-error-rate-increase", paramLabel = "CHANGE", description = "Likewise for error_rate.")
    private @Nullable String maxErrorRateIncrease;

    @Option(
            names = "--max-latency-p95-increase",
            paramLabel = "CHANGE",
            description = "Fail when the 95th percentile is further above the baseline: 10%% of it, or 20ms.")
    private @Nullable String maxLatencyP95Increase;

    @Option(
            names = "--max-latency-p99-increase",
            paramLabel = "CHANGE",
            description = "Likewise for the 99th percentile.")
    private @Nullable String maxLatencyP99Increase;

    /**
     * The limits, checked.
     *
     * @param definitions of this run, which the baseline must share
     */
    GuardrailLimits limits(Definitions definitions) {
        share("--max-empty-rate", maxEmptyRate);
        share("--max-error-rate", maxErrorRate);
        milliseconds("--max-latency-p95-ms", maxLatencyP95Ms);
        milliseconds("--max-latency-p99-ms", maxLatencyP99Ms);
        List<IncreaseLimit> increases = new ArrayList<>();
        increase("--max-empty-rate-increase", maxEmptyRateIncrease, "empty_rate", "pp", increases);
        increase("--max-error-rate-increase", maxErrorRateIncrease, "error_rate", "pp", increases);
        increase("--max-latency-p95-increase", maxLatencyP95Increase, "latency_p95_ms", "ms", increases);
        increase("--max-latency-p99-increase", maxLatencyP99Increase, "latency_p99_ms", "ms", increases);
        return new GuardrailLimits(
                maxEmptyRate,
                maxErrorRate,
                maxLatencyP95Ms,
                maxLatencyP99Ms,
                increases,
                baseline == null ? null : BaselineOptions.comparable(baseline, definitions));
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
                    + (unit.equals("pp") ? "percentage points, such as 0.5pp" : "milliseconds, such as 20ms") + ", not \""
                    + PrintableText.name(text) + "\"");
        }
        double amount = Double.parseDouble(change.group(1));
        increases.add(new IncreaseLimit(figure, relative || unit.equals("pp") ? amount / 100 : amount, relative));
    }

    private static void share(String option, @Nullable Double value) {
        if (value != null && !(value >= 0 && value <= 1)) {
            throw new UsageException(option + " takes a share from 0 to 1, not " + value);
        }
    }

    private static void milliseconds(String option, @Nullable Double value) {
        if (value != null && !(value >= 0 && Double.isFinite(value))) {
            throw new UsageException(option + " takes milliseconds from 0 up, not " + value);
        }
    }
}
