package io.github.recsyseval.experiment;

/** Why there is no lift over a control, in words: it is defined above 0 only, since over less than that more would look like less. */
final class NoLift {
    private NoLift() {}

    /**
     * A half sentence.
     *
     * @param control what is spoken of, as in {@code ctr of A}
     * @param value its value, over which there is no lift
     * @param level of the interval that the lift does not have
     */
    static String words(String control, String unit, double value, double level) {
        if (value < 0) {
            return control + " is negative (" + Amounts.of(unit, value) + "), over which there is no lift";
        }
        return value == 0
                ? control + " is 0, over which there is no lift"
                : control + " is not distinguishable from 0 at level " + Amounts.chosen(level)
                        + ", so no lift over it can be bounded";
    }
}
