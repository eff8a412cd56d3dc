package io.github.recsyseval.experiment;

import io.github.recsyseval.stat.ConfidenceSequence;
import io.github.recsyseval.stat.PValue;
import io.github.recsyseval.stat.Skewness;
import io.github.recsyseval.stat.StudentT;

/** When the data is looked at: once, at an end fixed before, or as often as anybody likes. */
sealed interface Horizon {
    /** How many standard errors an interval reaches to either side. */
    double criticalValue(double level, double degreesOfFreedom, long users);

    /** Two-sided p-value of an estimate of {@code statistic} standard errors. */
    PValue pValue(double statistic, double degreesOfFreedom, long users);

    /** As reports name the interval of a difference. */
    String method();

    static Horizon fixedEnd() {
        return new FixedEnd();
    }

    static Horizon everyLook(long plannedUsers) {
        return new EveryLook(new ConfidenceSequence(plannedUsers));
    }

    /** Student's t. */
    record FixedEnd() implements Horizon {
        @Override
        public double criticalValue(double level, double degreesOfFreedom, long users) {
            return StudentT.criticalValue(level, degreesOfFreedom);
        }

        @Override
        public PValue pValue(double statistic, double degreesOfFreedom, long users) {
            return StudentT.twoSided(statistic, degreesOfFreedom);
        }

        @Override
        public String method() {
            return "welch";
        }
    }

    /** A confidence sequence in the number of users. */
    record EveryLook(ConfidenceSequence sequence) implements Horizon {
        @Override
        public double criticalValue(double level, double degreesOfFreedom, long users) {
            return sequence.criticalValue(level, users);
        }

        @Override
        public PValue pValue(double statistic, double degreesOfFreedom, long users) {
            return sequence.pValue(statistic, users);
        }

        @Override
        public String method() {
            return "confidence_sequence";
        }
    }

    /**
     * Another horizon for a skewed estimate, with the critical values of one end of its intervals.
     *
     * @param end 1 for the lower end, which is far from an estimate that is too high; -1 for the upper one
     */
    record Skewed(Horizon other, Skewness skewness, int end) implements Horizon {
        @Override
        public double criticalValue(double level, double degreesOfFreedom, long users) {
            return end * skewness.uncorrected(end * other.criticalValue(level, degreesOfFreedom, users));
        }

        @Override
        public PValue pValue(double statistic, double degreesOfFreedom, long users) {
            return other.pValue(skewness.corrected(statistic), degreesOfFreedom, users);
        }

        @Override
        public String method() {
            return other.method();
        }
    }
}
