package io.github.recsyseval.experiment;

/**
 * A size of change.
 *
 * @param value of the change; below 0 it is a margin within which an arm may be worse
 * @param relative whether it is divided by the control (a lift) or in the unit of the metric (a difference)
 */
public record Effect(double value, boolean relative) {
    /** Any improvement. */
    public static final Effect ANY = new Effect(0, true);

    /** From where on a change is harm: below 0, or below the margin where there is one. */
    double harm() {
        return Math.min(0, value);
    }

    /** As reports name it. */
    String unit() {
        return relative ? "lift" : "difference";
    }
}
