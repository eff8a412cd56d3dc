package io.github.recsyseval.view;

import io.github.recsyseval.report.comparison.Comparison;

/** A comparison of two reports in forms for people. */
public final class ComparisonReport {
    private ComparisonReport() {}

    /** The whole comparison as Markdown, ending in a newline. */
    public static String markdown(Comparison comparison) {
        return MarkdownReport.of(ComparisonPage.of(comparison));
    }
}
