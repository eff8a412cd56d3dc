package io.github.recsyseval.evaluation;

import io.github.recsyseval.engine.JoinRun;
import io.github.recsyseval.engine.ShownSlices;
import io.github.recsyseval.engine.VariantColumns;
import io.github.recsyseval.join.AssignmentIndex;
import io.github.recsyseval.report.AttributionRow.ToComeRow;
import io.github.recsyseval.report.BaselineReport;
import io.github.recsyseval.report.ExperimentSection;
import io.github.recsyseval.report.ExperimentSection.ContextCovariateRow;
import io.github.recsyseval.report.ExperimentSection.PrePeriodRow;
import io.github.recsyseval.report.OfflineSection;
import io.github.recsyseval.slice.DayTable;
import io.github.recsyseval.text.Counted;
import io.github.recsyseval.text.Decimals;
import io.github.recsyseval.text.PrintableText;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a reader should know before using a report, and what it does not show. */
final class ReportWarnings {
    /** An experiment with more of them is most likely none. */
    private static final int MANY_ARMS = 100;

    private final JoinRun run;
    private final Unit unit;
    private final @Nullable BaselineReport before;
    private final List<String> warnings = new ArrayList<>();

    /** @param before the report that guardrails are compared with; null for none */
    ReportWarnings(JoinRun run, Unit unit, @Nullable BaselineReport before) {
        this.run = run;
        this.unit = unit;
        this.before = before;
    }

    /**
     * All of them, in the order in which they matter.
     *
     * @param toCome outcomes that figures of this report lack
     */
    List<String> of(
            @Nullable OfflineSection offline,
            @Nullable ExperimentSection experiment,
            JoinRates joins,
            Cuts cuts,
            List<ToComeRow> toCome) {
        baselines(offline);
        if (run.tally().evaluated() == 0) {
            warnings.add("no exposure to evaluate");
        }
        if (run.exposures().ledger().valid() > 0 && run.excludedUsersNeverMet()) {
            warnings.add(
                    "--exclude-users excludes nobody: no exposure has a user_id of that file; ids are compared as they"
                            + " are logged, letter by letter");
        }
        unit.warning().ifPresent(warnings::add);
        if (experiment != null) {
            arms(experiment);
            covariates(experiment);
            experiment.remarks().forEach(warnings::add);
        }
        if (unit.noInference() != null && run.tally().evaluated() > 0) {
            warnings.add("no intervals: " + unit.noInference().reason());
        }
        toCome.stream()
                .filter(ToComeRow::isMaterial)
                .map(ReportWarnings::toCome)
                .forEach(warnings::add);
        tooMany(joins);
        slices(experiment, cuts.shown());
        long mismatches = run.tally().userMismatches();
        if (mismatches > 0) {
            warnings.add(Counted.part(mismatches, run.tally().matchedOutcomes(), "matched outcome")
                    + Counted.words(
                            mismatches,
                            " has another user_id than its exposure",
                            " have another user_id than their exposure"));
        }
        return warnings;
    }

    private void baselines(@Nullable OfflineSection offline) {
        if (offline != null) {
            warnings.addAll(BaselineWarnings.of(offline.baseline()));
        }
        if (before != null && !before.trusted()) {
            warnings.add("the baseline " + before.source() + " is not trusted: "
                    + String.join("; ", before.untrustedBecause()));
        }
    }

    private void arms(ExperimentSection experiment) {
        int arms = experiment.arms().size();
        if (arms > MANY_ARMS) {
            warnings.add("the experiment has " + arms
                    + " arms, which share the users and the chance of a mistake: is an id logged as variant?");
        }
    }

    private void covariates(ExperimentSection experiment) {
        ContextCovariateRow covariate = experiment.contextCovariate();
        if (covariate != null && !covariate.used()) {
            warnings.add("the covariate " + covariate.key() + " is not used: " + covariate.note());
        }
        PrePeriodRow period = experiment.prePeriod();
        if (period != null && !period.note().isEmpty()) {
            warnings.add(period.note());
        }
    }

    private static String toCome(ToComeRow row) {
        return row.eventType() + "s are still to come: at least " + Decimals.significant(100 * row.share(), 3)
                + " % of those of these exposures are not in the log, which ends at " + row.logEnd()
                + ", before the last exposures have had the time that " + row.eventType() + "s take; "
                + (row.eventType().equals("click") ? "click metrics are" : "conversion and revenue metrics are")
                + " too low, especially those of the last days: exclude these (--until), or use"
                + " an --attribution-window that all exposures have had";
    }

    private void tooMany(JoinRates joins) {
        if (run.columns().days().stream().anyMatch(DayTable::tooMany)) {
            warnings.add("exposures fall on more than " + DayTable.MAX_DAYS + " days, so none is shown; look at ts");
        }
        if (joins.hasTooManyHours()) {
            warnings.add("the logs span more than " + JoinRates.MAX_HOURS
                    + " hours, so join rates by hour are not shown; --since and --until choose a part");
        }
        if (run.columns().variants().tooMany()) {
            warnings.add("assignments name more than " + VariantColumns.MAX_EXPERIMENTS
                    + " experiments, so no variant is shown");
        }
        VariantColumns variants = run.columns().variants();
        for (int column = 0; column < variants.count(); column++) {
            if (variants.tooManyIn(column)) {
                warnings.add("experiment "
                        + PrintableText.name(variants.experiments().get(column)) + " has "
                        + Counted.of(variants.variants(column).size(), "variant")
                        + ", of which none is shown: more than "
                        + Counted.of(AssignmentIndex.MOST_VARIANTS, "arm") + " are most likely ids");
            }
        }
    }

    private void slices(@Nullable ExperimentSection experiment, List<ShownSlices> shown) {
        for (int column = 0; column < shown.size(); column++) {
            String keys = run.slices().get(column).breakdown().name();
            int own = shown.get(column).names().size();
            int all = own + shown.get(column).rest();
            if (own < all) {
                warnings.add(PrintableText.name(keys) + " has " + Counted.of(all, "slice")
                        + ": the largest " + Decimals.grouped(own)
                        + " have metrics of their own, the others are counted together; --top-slices shows more");
            }
            int compared = experiment == null
                    ? all
                    : ShownSlices.most(
                            run.metrics().metrics().size(), experiment.arms().size());
            if (compared < all) {
                warnings.add("the arms are compared in the largest " + Decimals.grouped(compared) + " of the "
                        + Counted.of(all, "slice") + " by " + PrintableText.name(keys));
            }
        }
    }
}
