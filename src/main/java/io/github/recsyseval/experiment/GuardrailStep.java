package io.github.recsyseval.experiment;

import io.github.recsyseval.report.Decision.StepRow;
import io.github.recsyseval.report.GuardrailTestRow;
import java.util.ArrayList;
import java.util.List;

/** What the guardrails say about an experiment: what is broken rolls back, what is not shown to hold holds. */
final class GuardrailStep {
    private GuardrailStep() {}

    static StepRow of(List<GuardrailTestRow> rows) {
        List<String> broken = new ArrayList<>();
        List<String> open = new ArrayList<>();
        for (GuardrailTestRow row : rows) {
            if (row.verdict().equals("broken")) {
                boolean controlToo = isBrokenByControl(row);
                (controlToo ? open : broken).add(row.message() + (controlToo ? ofControl(row) : ""));
            } else if (row.blocks()) {
                open.add(row.message());
            }
        }
        if (!broken.isEmpty()) {
            broken.addAll(open);
            return new StepRow("guardrails", "rollback", broken);
        }
        return new StepRow(
                "guardrails", open.isEmpty() ? "pass" : "hold", open.isEmpty() ? List.of(nothingBroken(rows)) : open);
    }

    private static String nothingBroken(List<GuardrailTestRow> rows) {
        if (rows.isEmpty()) {
            return "no guardrail is set";
        }
        List<String> within = names(rows, "holds");
        List<String> parts = new ArrayList<>();
        for (String verdict : List.of("undecided", "unknown")) {
            List<String> names = names(rows, verdict);
            if (!names.isEmpty()) {
                parts.add(verdict + ": " + String.join(", ", names));
            }
        }
        String good = within.isEmpty() ? "" : "within its limit: " + String.join(", ", within);
        return parts.isEmpty()
                ? "every guardrail is " + good
                : "no guardrail is broken" + (within.isEmpty() ? "" : "; " + good) + "; " + String.join("; ", parts)
                        + " (default guardrails stop only established harm)";
    }

    private static List<String> names(List<GuardrailTestRow> rows, String verdict) {
        return rows.stream()
                .filter(row -> row.verdict().equals(verdict))
                .map(row -> GuardrailWords.name(row) + " (" + GuardrailWords.demand(row) + ")")
                .toList();
    }

    /** Going back helps where the control is less far beyond the limit. */
    private static String ofControl(GuardrailTestRow row) {
        double control = row.control() == null ? Double.NaN : row.control();
        double value = row.value() == null ? Double.NaN : row.value();
        boolean helps = row.rule().equals("max") ? control < value : control > value;
        return "; the control breaks this limit as well (" + Amounts.of(row.unit(), control) + ")"
                + (helps ? "" : ", so going back would not help");
    }

    /** A limit on the value itself that the control is beyond too. */
    static boolean isBrokenByControl(GuardrailTestRow row) {
        Double control = row.control();
        return control != null
                && (row.rule().equals("max") && control > row.limit()
                        || row.rule().equals("min") && control < row.limit());
    }
}
