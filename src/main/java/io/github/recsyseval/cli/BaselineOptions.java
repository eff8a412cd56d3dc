package io.github.recsyseval.cli;

import io.github.recsyseval.evaluation.CataloguePlan;
import io.github.recsyseval.evaluation.Definitions;
import io.github.recsyseval.evaluation.PairedPlan;
import io.github.recsyseval.evaluation.ReportBaseline;
import io.github.recsyseval.metric.ScoreBook;
import io.github.recsyseval.report.BaselineReport;
import io.github.recsyseval.slice.Breakdown;
import io.github.recsyseval.source.InputSet;
import io.github.recsyseval.source.ReadOnce;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What the run is compared with. */
final class BaselineOptions {
    private static final String BY_REQUEST = "request_id";

    static final List<String> UNITS = List.of(BY_REQUEST, "user");

    @Option(
            names = "--baseline",
            paramLabel = "REPORT",
            description =
                    "Compare with an earlier JSON report that has the same definitions. The runs count as independent.")
    private @Nullable Path report;

    @Option(
            names = "--baseline-exposures",
            paramLabel = "PATH",
            description =
                    "Compare with other lists for the same requests, pair by pair: differences, wins, ties, losses (repeatable).")
    private List<String> exposures = List.of();

    @Option(
            names = "--baseline-outcomes",
            paramLabel = "PATH",
            description = "Outcomes of those other lists, if they are not the same (repeatable).")
    private List<String> outcomes = List.of();

    @Option(
            names = "--pair-by",
            paramLabel = "UNIT",
            description = "Unit of the pairs with --baseline-exposures: request_id or user (default ${DEFAULT-VALUE}).")
    private String pairBy = BY_REQUEST;

    /**
     * The earlier report, which must be comparable; null without.
     *
     * @param definitions of this run
     */
    @Nullable BaselineReport report(Definitions definitions, List<String> metrics, List<Breakdown> breakdowns) {
        if (report == null) {
            return null;
        }
        if (!exposures.isEmpty()) {
            throw new UsageException("give --baseline or --baseline-exposures, not both");
        }
        List<String> slices = breakdowns.stream().map(Breakdown::name).toList();
        return comparable(EarlierReport.readRanking(report), definitions, metrics, slices);
    }

    /** An earlier report of the same definitions. */
    static BaselineReport comparable(Path report, Definitions definitions) {
        return comparable(EarlierReport.read(report), definitions, List.of(), List.of());
    }

    private static BaselineReport comparable(
            BaselineReport baseline, Definitions ours, List<String> metrics, List<String> slices) {
        ReportBaseline.difference(baseline, EarlierReport.definitions(baseline), ours, metrics, slices)
                .ifPresent(difference -> {
                    throw new UsageException(difference);
                });
        return baseline;
    }

    boolean hasExposures() {
        if (exposures.isEmpty() && !outcomes.isEmpty()) {
            throw new UsageException("--baseline-outcomes belongs to --baseline-exposures");
        }
        if (exposures.isEmpty() && !pairBy.equalsIgnoreCase(BY_REQUEST)) {
            throw new UsageException("--pair-by belongs to --baseline-exposures: an earlier report contains no pairs");
        }
        return !exposures.isEmpty();
    }

    /**
     * The other lists.
     *
     * @param books makes a score book; called twice
     * @param catalogue what to count over all of them; null for nothing
     * @param sameOutcomes those of the run
     */
    PairedPlan exposures(Supplier<ScoreBook> books, InputSet sameOutcomes, @Nullable CataloguePlan catalogue) {
        if (exposures.contains("-") || outcomes.contains("-")) {
            throw new UsageException("a baseline cannot come from standard input (-): name files");
        }
        if (outcomes.isEmpty()) {
            ReadOnce.of(sameOutcomes).ifPresent(once -> {
                throw new UsageException(once + " cannot hold the outcomes of both rankings: they are read twice");
            });
        }
        return new PairedPlan(
                String.join(" ", exposures),
                InputSet.resolve(exposures),
                outcomes.isEmpty() ? sameOutcomes : InputSet.resolve(outcomes),
                !outcomes.isEmpty(),
                unit(),
                books.get(),
                books.get(),
                catalogue);
    }

    private PairedPlan.By unit() {
        String unit = pairBy.equalsIgnoreCase("user_id") ? "user" : pairBy;
        return Choice.word("--pair-by", unit, UNITS).equals(BY_REQUEST) ? PairedPlan.By.REQUEST : PairedPlan.By.USER;
    }
}
