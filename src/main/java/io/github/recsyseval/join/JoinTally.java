package io.github.recsyseval.join;

/** What the join counts besides the outcome classes, which the {@link OutcomeIndex} keeps row by row. All integers. */
public final class JoinTally {
    private long evaluated;
    private long excluded;
    private long joined;
    private long errorLogged;
    private long userIsRequest;
    private long matchedOutcomes;
    private long userMismatches;
    private long firstExposure = Long.MAX_VALUE;
    private long lastExposure = Long.MIN_VALUE;

    void add(JoinedRequest request, boolean sameUserAndRequest, int mismatches) {
        evaluated++;
        joined += request.matchedOutcomes() > 0 ? 1 : 0;
        errorLogged += request.logsError() ? 1 : 0;
        userIsRequest += sameUserAndRequest ? 1 : 0;
        matchedOutcomes += request.matchedOutcomes();
        userMismatches += mismatches;
        firstExposure = Math.min(firstExposure, request.timestamp());
        lastExposure = Math.max(lastExposure, request.timestamp());
    }

    void exclude() {
        excluded++;
    }

    public void add(JoinTally other) {
        evaluated += other.evaluated;
        excluded += other.excluded;
        joined += other.joined;
        errorLogged += other.errorLogged;
        userIsRequest += other.userIsRequest;
        matchedOutcomes += other.matchedOutcomes;
        userMismatches += other.userMismatches;
        firstExposure = Math.min(firstExposure, other.firstExposure);
        lastExposure = Math.max(lastExposure, other.lastExposure);
    }

    /** Distinct exposures that every figure rests on. */
    public long evaluated() {
        return evaluated;
    }

    /** Distinct exposures that a filter left out. */
    public long excluded() {
        return excluded;
    }

    /** Evaluated exposures with at least one outcome of their request id. */
    public long joined() {
        return joined;
    }

    /** Evaluated exposures whose line says whether the request failed. */
    public long errorLogged() {
        return errorLogged;
    }

    /** Evaluated exposures whose user_id equals their request_id. */
    public long userIsRequest() {
        return userIsRequest;
    }

    /** Outcomes that match an evaluated exposure. */
    public long matchedOutcomes() {
        return matchedOutcomes;
    }

    /** Matched outcomes whose user_id differs from the exposure's. */
    public long userMismatches() {
        return userMismatches;
    }

    /** The time of the earliest evaluated exposure in microseconds since 1970; the largest long without exposures. */
    public long firstExposure() {
        return firstExposure;
    }

    /** The time of the latest evaluated exposure; the smallest long without exposures. */
    public long lastExposure() {
        return lastExposure;
    }
}
