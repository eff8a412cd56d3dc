package io.github.recsyseval.experiment;

/** The covariates of users, one for each KPI, centred near 0. They are not looked up but read along with the users, in the same order. */
sealed interface UserCovariates permits PrePeriod, ContextCovariate {
    /** Reads from the first user on. */
    Reader reader();

    /** The covariates of one user after the other. */
    interface Reader {
        /** Goes on to a user, whose hash is larger than the one before, taken as unsigned numbers. */
        void moveTo(long user);

        /** The covariate of a KPI, by its place in {@code RequestRates.KPIS}; NaN where it is unknown. */
        double of(int kpi);
    }
}
