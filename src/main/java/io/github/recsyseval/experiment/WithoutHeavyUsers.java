package io.github.recsyseval.experiment;

import io.github.recsyseval.metric.HeavyUsers;
import io.github.recsyseval.metric.LedgerSums;
import io.github.recsyseval.metric.RowGroups;
import io.github.recsyseval.metric.kpi.RequestRates;
import io.github.recsyseval.text.Counted;
import java.util.List;

/**
 * The control and the candidate without the heavy users of both. A dozen users that hold most of the exposures fall by chance into one arm,
 * and tests do not see how few they are.
 *
 * @param all of the arms, the control's first
 * @param others the same without their heavy users
 */
record WithoutHeavyUsers(Arms arms, List<ArmSums> all, List<ArmSums> others) {

    /** @param groups the arms' rows, in which {@code ledger} is gone through */
    static WithoutHeavyUsers of(Arms arms, LedgerSums ledger, RowGroups groups, List<ArmSums> all) {
        int clicks = all.get(0).metrics().indexOf(RequestRates.CTR.metric());
        HeavyUsers heavy = new HeavyUsers();
        ledger.visitUsers(groups, (user, arm, totals, counted) -> {
            if (arm <= 1) {
                heavy.add(counted[clicks]);
            }
        });
        List<ArmSums> others = ledger.sums(ledger.upTo(groups, heavy.most())).stream()
                .map(sums -> new ArmSums(sums, all.get(0).metrics()))
                .toList();
        return new WithoutHeavyUsers(arms, all, others);
    }

    ArmSums control() {
        return others.get(0);
    }

    ArmSums candidate() {
        return others.get(1);
    }

    /** How many users are left out of an arm. */
    private long left(int arm) {
        return all.get(arm).users() - others.get(arm).users();
    }

    boolean leavesNobodyOut() {
        return left(0) + left(1) == 0;
    }

    /** Who is left out, after "only with". */
    String who() {
        return Counted.of(left(0) + left(1), "user who has", "users who have") + " more than " + HeavyUsers.TIMES
                + " times as many exposures as half of the users have (" + Without.byArm(arms, left(0), left(1)) + ")";
    }

    /** What to do about it. */
    static String remedy() {
        return "; by chance alone so few may be in one arm: find out who they are, or leave them out (--exclude-users)";
    }
}
