package io.github.recsyseval.reference;

import io.github.recsyseval.report.ComparisonRow;
import io.github.recsyseval.report.ComparisonRow.CovariateRow;
import io.github.recsyseval.report.ExperimentSection;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The adjustment by a context value in the form of the Go tool. */
final class CupedReport {
    private final ExperimentSection section;

    CupedReport(ExperimentSection section) {
        this.section = section;
    }

    /** The adjustment; null where none is made. */
    RunExperiment.@Nullable Cuped cuped() {
        ExperimentSection.ContextCovariateRow covariate = section.contextCovariate();
        return covariate == null || !covariate.used()
                ? null
                : new RunExperiment.Cuped(
                        true, covariate.key(), theta("ctr"), theta("conversion_rate"), covariate.coverage());
    }

    private @Nullable Double theta(String metric) {
        return section.comparisons().stream()
                .filter(row -> row.metric().equals(metric))
                .map(ComparisonRow::covariate)
                .filter(Objects::nonNull)
                .findFirst()
                .map(CovariateRow::theta)
                .orElse(null);
    }

    /** The adjusted figure of a variant; null where there is none. */
    @Nullable Double adjusted(String metric, String variant) {
        boolean control = variant.equals(section.control());
        for (ComparisonRow row : section.comparisons()) {
            CovariateRow covariate = row.covariate();
            if (covariate != null
                    && row.metric().equals(metric)
                    && (control || row.variant().equals(variant))) {
                return control ? covariate.adjustedControl() : covariate.adjustedValue();
            }
        }
        return null;
    }
}
