package io.github.recsyseval.join;

import java.util.BitSet;

/**
 * Which outcomes of one request repeat an earlier one under a rule. The earlier one must not be a repetition itself: of clicks at 0,
 * 1.5 and 3 seconds a window of two seconds drops the second only.
 */
final class Repetitions {
    private final OutcomeIndex outcomes;
    private final OutcomeDedupe rule;
    private final BitSet repeated = new BitSet();
    private int from;

    Repetitions(OutcomeIndex outcomes, OutcomeDedupe rule) {
        this.outcomes = outcomes;
        this.rule = rule;
    }

    /** Looks at the rows {@code [from, to)} of one request. */
    void find(int from, int to) {
        this.from = from;
        repeated.clear();
        if (!rule.isOn()) {
            return;
        }
        for (int row = from + 1; row < to; row++) {
            if (repeatsEarlier(row)) {
                repeated.set(row - from);
            }
        }
    }

    boolean contains(int row) {
        return repeated.get(row - from);
    }

    private boolean repeatsEarlier(int row) {
        for (int earlier = row - 1; earlier >= from; earlier--) {
            if (outcomes.time(row) - outcomes.time(earlier) > rule.windowMicros()) {
                return false;
            }
            if (!repeated.get(earlier - from) && same(row, earlier)) {
                return true;
            }
        }
        return false;
    }

    private boolean same(int a, int b) {
        return outcomes.item(a) == outcomes.item(b)
                && outcomes.isClick(a) == outcomes.isClick(b)
                && outcomes.user(a) == outcomes.user(b)
                && (rule.windowMicros() > 0 || Double.compare(outcomes.value(a), outcomes.value(b)) == 0);
    }
}
