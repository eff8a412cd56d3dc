package io.github.recsyseval.join;

import io.github.recsyseval.spill.SpillBudget;

/**
 * The join itself: one exposure against the index of outcomes. {@link #settle} must see the batches in input order, one at a time;
 * a {@link Side} joins settled batches and belongs to one thread.
 */
public final class RequestJoin {
    /** Takes each evaluated request, fully joined; the object is reused for the next one. */
    public interface Consumer {
        void accept(JoinedRequest request);

        /** Takes each distinct exposure of {@link Selection#OTHER_CONTEXT}, none of whose outcomes is classed, before it is left out. */
        default void ofOtherContext(JoinedRequest request) {}

        /** Told of each other valid exposure, by its row in the batch, in between. */
        default void leftOut(int row, ExposureClass why) {}
    }

    /** For so many requests the memory is asked for at once instead of waiting for it one after the other. */
    private static final int AHEAD = 16;

    private final OutcomeIndex outcomes;
    private final AssignmentIndex assignments;
    private final Attribution attribution;
    private SeenExposures exposures;
    /** Surplus exposures by class. */
    private final long[] surplus = new long[ExposureClass.values().length];

    /** @param expectedExposures a guess that sizes the set of request ids */
    public RequestJoin(
            OutcomeIndex outcomes, AssignmentIndex assignments, Attribution attribution, long expectedExposures) {
        this(outcomes, assignments, attribution, expectedExposures, SpillBudget.UNLIMITED);
    }

    /** @param budget of the set of request ids */
    public RequestJoin(
            OutcomeIndex outcomes,
            AssignmentIndex assignments,
            Attribution attribution,
            long expectedExposures,
            SpillBudget budget) {
        this.outcomes = outcomes;
        this.assignments = assignments;
        this.attribution = attribution;
        this.exposures = new SeenExposures(budget, expectedExposures);
    }

    /** Decides which exposures of a batch are the first with their request id. */
    public void settle(ExposureBatch batch) {
        for (int i = 0; i < batch.size; i++) {
            if (i % AHEAD == 0) {
                exposures.touch(batch.first, i, Math.min(i + AHEAD, batch.size));
            }
            ExposureSet.Seen seen = exposures.add(batch.first[i], batch.second[i], batch.fingerprint[i]);
            batch.settled[i] = seen;
            if (seen != ExposureSet.Seen.FIRST) {
                surplus[classOfSurplus(batch, i).ordinal()]++;
            }
        }
    }

    /** A surplus exposure that a filter leaves out by itself is no fault of what stays, whatever became of the first with its request id. */
    private static ExposureClass classOfSurplus(ExposureBatch batch, int i) {
        if (batch.selection[i] != Selection.EVALUATED) {
            return ExposureClass.EXCLUDED;
        }
        return batch.settled[i] == ExposureSet.Seen.IDENTICAL
                ? ExposureClass.IDENTICAL_DUPLICATE
                : ExposureClass.CONFLICTING_DUPLICATE;
    }

    /** Frees what only {@link #settle} needs; nothing can be settled afterwards. */
    public void endSettling() {
        exposures = new SeenExposures(SpillBudget.UNLIMITED, 0);
    }

    /** Surplus exposure records that say the same as the first with their request id, as far as no filter leaves them out. */
    public long identicalDuplicates() {
        return surplus[ExposureClass.IDENTICAL_DUPLICATE.ordinal()];
    }

    /** Surplus exposure records that differ from the first with their request id, likewise. */
    public long conflictingDuplicates() {
        return surplus[ExposureClass.CONFLICTING_DUPLICATE.ordinal()];
    }

    /** Surplus exposure records that a filter leaves out. */
    public long excludedDuplicates() {
        return surplus[ExposureClass.EXCLUDED.ordinal()];
    }

    /** One thread's part of the join. */
    public Side side(Consumer consumer) {
        return new Side(consumer);
    }

    /** Joins settled batches and counts. */
    public final class Side {
        private final Consumer consumer;
        private final JoinTally tally = new JoinTally();
        private final JoinedRequest request = new JoinedRequest(outcomes);
        private final Repetitions repetitions = new Repetitions(outcomes, attribution.dedupe());

        private Side(Consumer consumer) {
            this.consumer = consumer;
        }

        public JoinTally tally() {
            return tally;
        }

        /** Joins every first exposure of a settled batch. */
        public void join(ExposureBatch batch) {
            outcomes.find(batch, batch.outcome);
            assignments.match(batch);
            for (int i = 0; i < batch.size; i++) {
                if (batch.settled[i] == ExposureSet.Seen.FIRST) {
                    join(batch, i);
                } else {
                    consumer.leftOut(i, classOfSurplus(batch, i));
                }
            }
        }

        private void join(ExposureBatch batch, int i) {
            int from = batch.outcome[i];
            int to = from < 0 ? from : outcomes.end(from);
            if (batch.selection[i] != Selection.EVALUATED) {
                tally.exclude();
                for (int row = from; row < to; row++) {
                    outcomes.exclude(row, batch.selection[i]);
                }
                if (batch.selection[i] == Selection.OTHER_CONTEXT) {
                    request.at(batch, i, from, to);
                    consumer.ofOtherContext(request);
                }
                consumer.leftOut(i, ExposureClass.EXCLUDED);
                return;
            }
            request.at(batch, i, from, to);
            int mismatches = 0;
            if (from >= 0) {
                mismatches = attribute(from, to);
            }
            tally.add(request, batch.userIsRequest[i], mismatches);
            consumer.accept(request);
        }

        /** Gives each outcome of the request its class, adds up those that count, and counts users that differ. */
        private int attribute(int from, int to) {
            int mismatches = 0;
            repetitions.find(from, to);
            for (int row = from; row < to; row++) {
                OutcomeClass is = classOf(row);
                outcomes.classify(row, is);
                request.matched++;
                mismatches += outcomes.user(row) == request.user() ? 0 : 1;
                if (is.counts()) {
                    request.counted++;
                    if (outcomes.isClick(row)) {
                        request.clicks++;
                    } else {
                        request.conversions++;
                        if (!Double.isNaN(outcomes.value(row))) {
                            request.value += outcomes.value(row);
                            request.valued++;
                        }
                    }
                }
            }
            if (request.valued > 0) {
                request.value = Math.max(-Double.MAX_VALUE, Math.min(Double.MAX_VALUE, request.value));
            }
            return mismatches;
        }

        private OutcomeClass classOf(int row) {
            if (repetitions.contains(row)) {
                return OutcomeClass.DUPLICATE;
            }
            long delay = outcomes.time(row) - request.timestamp();
            if (delay < 0) {
                return OutcomeClass.BEFORE_EXPOSURE;
            }
            if (delay > attribution.windowMicros()) {
                return OutcomeClass.OUTSIDE_WINDOW;
            }
            return request.slate().position(outcomes.item(row)) == 0
                    ? OutcomeClass.ITEM_NOT_SHOWN
                    : OutcomeClass.ATTRIBUTED;
        }
    }

    /** Outcomes by class, in the order of the classes; those that were never indexed are not among them. */
    public long[] outcomeClasses() {
        long[] counts = new long[OutcomeClass.values().length];
        for (int row = 0; row < outcomes.size(); row++) {
            counts[outcomes.outcomeClass(row).ordinal()]++;
        }
        return counts;
    }
}
