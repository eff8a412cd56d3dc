package io.github.recsyseval.join;

/**
 * Who clicks as no person does: at least {@value #FEWEST_EXPOSURES} exposures, and more clicks on each than one and than five times
 * the mean of all. Constants over the data, the same for the diagnosis (J19) and for figures without robots.
 *
 * @param mostClicks clicks on each exposure that are just not too many
 */
public record RobotRule(double mostClicks) {
    /** A robot's fewest exposures. */
    public static final int FEWEST_EXPOSURES = 20;

    /** The rule in words. */
    public static final String WORDS = "users with at least " + FEWEST_EXPOSURES
            + " exposures who click more than once per exposure, and more than 5 times the mean";

    /** The rule for logs with so many clicks and exposures. */
    public static RobotRule of(double clicks, double exposures) {
        return new RobotRule(Math.max(1, 5.0 * clicks / Math.max(1, exposures)));
    }

    public boolean isRobot(double clicks, long exposures) {
        return exposures >= FEWEST_EXPOSURES && clicks > mostClicks * exposures;
    }
}
