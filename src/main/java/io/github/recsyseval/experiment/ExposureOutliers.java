package io.github.recsyseval.experiment;

import io.github.recsyseval.stat.OrderedValues;
import io.github.recsyseval.stat.ValueCounts;

/**
 * The heavy users of an experiment: those with more than {@value #TIMES} times the exposures of the median user. The median does not move
 * with them, however few users there are in all. In usual logs they are a few per cent of the users at the most; a dozen that hold most
 * of the exposures fall by chance into one arm, and tests do not see how few they are.
 */
final class ExposureOutliers {
    static final int TIMES = 10;

    private final ValueCounts exposures = new ValueCounts();

    void add(long ofUser) {
        exposures.add(ofUser);
    }

    /** How many exposures a user has at the most who is none of them. */
    long most() {
        OrderedValues ofUsers = exposures.ordered();
        return ofUsers.count() == 0 ? 0 : TIMES * (long) ofUsers.quantile(0.5);
    }
}
