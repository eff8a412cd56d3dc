package io.github.recsyseval.cli;

import io.github.recsyseval.experiment.AaPlan;
import io.github.recsyseval.metric.kpi.RequestRates;
import java.util.List;
import java.util.Set;
import picocli.CommandLine.Option;

/** Which tests are tried, and how often. */
final class SplitOptions {
    @Option(
            names = "--metrics",
            paramLabel = "METRIC[,METRIC...]",
            split = ",",
            hideParamSyntax = true,
            description =
                    "The KPIs to test; fails if one cannot be tested (default: those of ctr, click_rate, conversion_rate and revenue_per_exposure that can be).")
    private List<String> metrics = List.of();

    @Option(
            names = "--replicates",
            paramLabel = "N",
            description = "How many random splits to try (default ${DEFAULT-VALUE}).")
    private int replicates = AaPlan.DEFAULT_REPLICATES;

    @Option(names = "--seed", paramLabel = "N", description = "Seed of the splits (default ${DEFAULT-VALUE}).")
    private long seed = 1;

    AaPlan plan(int threads) {
        if (replicates < AaPlan.FEWEST_REPLICATES || replicates > 1_000_000) {
            throw new UsageException(
                    "--replicates takes a number from " + AaPlan.FEWEST_REPLICATES + " to 1000000, not " + replicates);
        }
        List<RequestRates> rates = metrics.isEmpty()
                ? RequestRates.KPIS
                : metrics.stream()
                        .map(name -> Kpis.named("--metrics", name.strip()))
                        .distinct()
                        .toList();
        Set<RequestRates> required = metrics.isEmpty() ? Set.of() : Set.copyOf(rates);
        return new AaPlan(rates, required, AaPlan.DEFAULT_LEVELS, replicates, seed, threads);
    }
}
