package io.github.recsyseval.join;

import io.github.recsyseval.rows.RowsByKey;
import io.github.recsyseval.stat.Mix64;
import java.util.BitSet;

/**
 * Which outcomes of one request repeat an earlier one under a rule. The earlier one must not be a repetition itself: of clicks at 0,
 * 1.5 and 3 seconds a window of two seconds drops the second only.
 */
final class Repetitions {
    /** The outcomes of a request up to this number are compared with one another; more, as of a robot, are looked up. */
    private static final int FEW = 32;

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
        if (to - from > FEW) {
            lookUp(to);
            return;
        }
        for (int row = from + 1; row < to; row++) {
            if (repeatsEarlier(row)) {
                repeated.set(row - from);
            }
        }
    }

    /** The same for any number of rows: of earlier ones that count the latest is the nearest in time. */
    private void lookUp(int to) {
        RowsByKey.visit(to - from, i -> act(from + i), i -> true, (order, begin, end) -> {
            int counts = order[begin];
            for (int i = begin + 1; i < end; i++) {
                if (outcomes.time(from + order[i]) - outcomes.time(from + counts) <= rule.windowMicros()) {
                    repeated.set(order[i]);
                } else {
                    counts = order[i];
                }
            }
        });
    }

    /** A hash of what repetitions have in common; the value counts under the exact rule only. */
    private long act(int row) {
        long value = rule.windowMicros() > 0 ? 0 : Double.doubleToLongBits(outcomes.value(row));
        long what = Mix64.mix(outcomes.item(row)) + (outcomes.isClick(row) ? 1 : 0);
        return Mix64.mix(Mix64.mix(Mix64.mix(what) ^ outcomes.user(row)) ^ value);
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
