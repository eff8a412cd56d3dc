package io.github.recsyseval.experiment;

import io.github.recsyseval.experiment.GuardrailFigures.Figure;
import io.github.recsyseval.report.GuardrailTestRow;
import org.jspecify.annotations.Nullable;

/** Guardrails in sentences. */
final class GuardrailWords {
    private GuardrailWords() {}

    /**
     * The row with its message: what is wrong, or empty where the rule holds.
     *
     * @param why it cannot be judged or is doubtful
     */
    static GuardrailTestRow withMessage(GuardrailTestRow row, String why) {
        return new GuardrailTestRow(
                row.guardrail(),
                row.metric(),
                row.unit(),
                row.rule(),
                row.limit(),
                row.limitUnit(),
                row.setBy(),
                row.control(),
                row.value(),
                row.change(),
                row.lower(),
                row.upper(),
                row.pValue(),
                row.verdict(),
                message(row, why));
    }

    private static String message(GuardrailTestRow row, String why) {
        return switch (row.verdict()) {
            case "holds" -> "";
            case "unknown", "untrusted" -> name(row) + " cannot be judged: " + why;
            case "doubtful" -> change(row) + ", where " + demand(row) + ", but only with " + why;
            case "broken" -> change(row) + ", and " + bound(row) + ", where " + demand(row);
            default ->
                change(row) + " and may be " + worst(row) + ", where " + demand(row)
                        + ": neither shown to hold nor to be broken";
        };
    }

    static String name(GuardrailTestRow row) {
        return row.metric().replaceFirst("_ms$", "").replace('_', ' ');
    }

    /** {@code at most 10 % more than the control is allowed}. */
    static String demand(GuardrailTestRow row) {
        String limit = amount(row, row.limit());
        return switch (row.rule()) {
            case "max" -> "at most " + limit + " is allowed";
            case "min" -> "at least " + limit + " is needed";
            case "max_increase", "max_relative_increase" -> "an increase of at most " + limit + " is allowed";
            default -> "a drop of at most " + limit + " is allowed";
        };
    }

    private static String change(GuardrailTestRow row) {
        Double change = row.change();
        if (change == null) {
            return name(row);
        }
        if (change == 0 && row.rule().startsWith("max_")) {
            return name(row) + " did not change" + values(row);
        }
        return switch (row.rule()) {
            case "max", "min" -> name(row) + " is " + amount(row, change);
            case "max_increase", "max_relative_increase" ->
                name(row) + (change < 0 ? " fell by " : " rose by ") + amount(row, Math.abs(change)) + values(row);
            default ->
                name(row) + (change < 0 ? " rose by " : " fell by ") + amount(row, Math.abs(change)) + values(row);
        };
    }

    /** {@code 100 ms in the control, 120 ms in the candidate}. */
    static String values(Figure ofControl, Figure ofCandidate) {
        return value(ofControl) + " in the control, " + value(ofCandidate) + " in the candidate";
    }

    private static String value(Figure figure) {
        return Double.isNaN(figure.value()) ? "nothing" : Amounts.of(figure.unit(), figure.value());
    }

    private static String values(GuardrailTestRow row) {
        return row.control() == null || row.value() == null
                ? ""
                : " (" + Amounts.of(row.unit(), row.control()) + " to " + Amounts.of(row.unit(), row.value()) + ")";
    }

    private static String bound(GuardrailTestRow row) {
        boolean min = row.rule().equals("min");
        return "is " + (min ? "at most " : "at least ") + amount(row, min ? row.upper() : row.lower())
                + " beyond reasonable doubt";
    }

    private static String worst(GuardrailTestRow row) {
        boolean min = row.rule().equals("min");
        return (min ? "as low as " : "as high as ") + amount(row, min ? row.lower() : row.upper());
    }

    static String amount(GuardrailTestRow row, @Nullable Double value) {
        if (value == null) {
            return "anything";
        }
        boolean points = row.rule().startsWith("max_")
                && !row.limitUnit().equals("lift")
                && (row.unit().equals("share") || row.unit().equals("per_exposure"));
        return points ? Amounts.change(row.unit(), value).replace("+", "") : Amounts.of(row.limitUnit(), value);
    }
}
