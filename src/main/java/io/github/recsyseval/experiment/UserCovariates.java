package io.github.recsyseval.experiment;

/** The covariates of users, one for each KPI, centred near 0. */
sealed interface UserCovariates permits PrePeriod, ContextCovariate {
    /** Where a user's covariates stand; negative for a user without. */
    int find(long user);

    /** The covariate of a KPI, by its place in {@code RequestRates.KPIS}; NaN where it is unknown, as for a negative place. */
    double covariate(int kpi, int place);
}
