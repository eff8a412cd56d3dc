package io.github.recsyseval.experiment;

import io.github.recsyseval.stat.Estimate;
import org.jspecify.annotations.Nullable;

/**
 * An arm against the control within strata, such as days: each has the mean sum w m / sum w of its strata's figures m, with variance
 * sum w^2 v / (sum w)^2. With the weights of Mantel and Haenszel, w = n_C n_T / (n_C + n_T), both arms have the same mix of strata.
 */
final class Strata {
    private final Side control = new Side();
    private final Side arm = new Side();
    private double weights;

    private static final class Side {
        private double sum;
        private double variance;
        private long users;

        void add(Estimate of, double weight) {
            sum += weight * of.value();
            variance += weight * weight * of.variance();
            users += of.clusters();
        }

        Estimate mean(double weights) {
            return new Estimate(sum / weights, variance / (weights * weights), users);
        }
    }

    /**
     * Adds a stratum.
     *
     * @param here how many of what the figure is a mean of the control has
     * @param there how many the arm has
     */
    void add(Estimate ofControl, double here, Estimate ofArm, double there) {
        double weight = here * there / (here + there);
        weights += weight;
        control.add(ofControl, weight);
        arm.add(ofArm, weight);
    }

    /** Null where nothing varies, or without a stratum. */
    @Nullable Contrast contrast(Horizon horizon) {
        if (!(control.variance + arm.variance > 0)) {
            return null;
        }
        Estimate base = control.mean(weights);
        return new Contrast(base, base, arm.mean(weights), control.users + arm.users, horizon);
    }
}
