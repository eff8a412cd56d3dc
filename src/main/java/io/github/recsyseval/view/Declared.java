package io.github.recsyseval.view;

import io.github.recsyseval.report.MetricRow;
import io.github.recsyseval.report.Summary;
import io.github.recsyseval.text.Counted;

/** What the user declared about the data, in the words that stand beside the figures. */
final class Declared {
    private static final String UNDECLARED = "undeclared";

    private Declared() {}

    /** How much is evaluated: {@code 2,000 rendered exposures}. */
    static String counted(Summary summary) {
        long n = summary.casesEvaluated();
        return isDeclared(summary)
                ? Counted.of(n, summary.exposureMeans() + " exposure")
                : Counted.of(n, "exposure") + " (rendered or served: undeclared)";
    }

    /** What is evaluated, in few words, for the head of a column; what is not declared is told once, where they are counted. */
    static String unit(Summary summary) {
        return isDeclared(summary) ? summary.exposureMeans() + " exposures" : "exposures";
    }

    private static boolean isDeclared(Summary summary) {
        return !summary.exposureMeans().equals(UNDECLARED);
    }

    /** {@code in EUR}, {@code measured at the client}; empty where there is nothing to declare. */
    static String note(MetricRow row) {
        if (row.valueUnit() != null) {
            return row.valueUnit().equals(UNDECLARED) ? "unit undeclared" : "in " + row.valueUnit();
        }
        if (row.measuredAt() != null) {
            return row.measuredAt().equals(UNDECLARED)
                    ? "client or server: undeclared"
                    : "measured at the " + row.measuredAt();
        }
        return "";
    }

    /** The name of a figure above a column: {@code revenue_per_exposure (EUR)}. */
    static String title(MetricRow row) {
        String declared = row.valueUnit() != null ? row.valueUnit() : row.measuredAt();
        return declared == null ? row.name() : row.name() + " (" + declared + ")";
    }
}
