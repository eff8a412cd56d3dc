package io.github.recsyseval.experiment;

import io.github.recsyseval.report.ArmCheckRow;
import io.github.recsyseval.stat.RatioMoments;
import io.github.recsyseval.text.PrintableText;
import java.util.ArrayList;
import java.util.List;

/**
 * Whether the same share of every arm's users is in each slice of a breakdown. Users who are lost on the way to one arm on one platform hardly
 * move the split of all, and are seen here. Of each breakdown the slice that differs most is told.
 */
final class UsersInSlices {
    /** With fewer in the slice, Welch's test of shares is rough. */
    private static final double FEWEST = 10;

    private final Arms arms;
    private final Horizon horizon;
    private final List<RatioMoments> users;
    private final List<ArmCheckRow> rows = new ArrayList<>();

    /** @param sums of all arms */
    UsersInSlices(Arms arms, Horizon horizon, List<ArmSums> sums) {
        this.arms = arms;
        this.horizon = horizon;
        users = sums.stream().map(arm -> share(0, arm.users())).toList();
    }

    private static RatioMoments share(long in, long of) {
        RatioMoments share = new RatioMoments();
        share.addAlike(1, 1, in);
        share.addAlike(0, 1, of - in);
        return share;
    }

    /**
     * Looks at a breakdown.
     *
     * @param slices their names
     * @param inSlices of each slice the users of every arm
     */
    void add(List<String> slices, List<long[]> inSlices) {
        for (int arm = 1; arm < arms.count() && !slices.isEmpty(); arm++) {
            add(arm, slices, inSlices);
        }
    }

    private void add(int arm, List<String> slices, List<long[]> inSlices) {
        ArmPair worst = null;
        String where = "";
        double least = Double.POSITIVE_INFINITY;
        for (int slice = 0; slice < slices.size(); slice++) {
            ArmPair pair = pair(arm, inSlices.get(slice));
            double p = p(pair);
            if (p < least) {
                least = p;
                worst = pair;
                where = slices.get(slice);
            }
        }
        if (worst != null) {
            row(worst, PrintableText.name(where), Math.min(1, least * slices.size()), arm);
        }
    }

    private ArmPair pair(int arm, long[] inSlice) {
        List<RatioMoments> shares = new ArrayList<>();
        for (int each = 0; each < inSlice.length; each++) {
            shares.add(share(inSlice[each], users.get(each).users()));
        }
        return new ArmPair(arms, horizon, arm, shares);
    }

    /** 1 where nothing that matters can be told; infinite where nothing varies. */
    private static double p(ArmPair pair) {
        Contrast contrast = pair.contrast();
        double in = pair.here().numerator() + pair.there().numerator();
        double difference = Math.abs(pair.there().ratio() - pair.here().ratio());
        if (contrast == null) {
            return Double.POSITIVE_INFINITY;
        }
        boolean tells = in >= FEWEST && difference >= EvenLogging.MATERIAL;
        return tells ? contrast.pValue().value() : 1;
    }

    private void row(ArmPair pair, String where, double p, int arm) {
        pair.row(
                "users_in_slice",
                "share",
                p < ExpectedSplit.DEFAULT_ALPHA ? "warn" : "pass",
                rows,
                () -> pair.shares("users") + " are in " + where + pair.p()
                        + ": users of one arm are lost there or added, or " + arms.shown(arm)
                        + " changes where its users come; in this slice the arms have different users");
    }

    List<ArmCheckRow> rows() {
        return rows;
    }
}
