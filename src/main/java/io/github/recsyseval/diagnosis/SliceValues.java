package io.github.recsyseval.diagnosis;

import io.github.recsyseval.finding.FindingCode;
import io.github.recsyseval.finding.Severity;
import io.github.recsyseval.text.Counted;
import java.util.List;

/**
 * J17: surfaces that no second user ever has: an id or a free text stands where a name should. They occur once in the whole log or, where
 * at least a hundred users have some of their own, are each one user's. Share of the exposures with a surface; nothing is said below two
 * hundred.
 *
 * <p>Many pages are no ids: each of them has several users before long. A log that is short for its pages has some with one user, too, but
 * then it has others with just two. Where those are more than a twentieth of the surfaces of one user, it is a question from that share of
 * the exposures on that would break trust otherwise, and nothing below.
 */
final class SliceValues implements Detector {
    private static final int FEW = 200;
    private static final int MANY_USERS = 100;
    private static final double AS_OF_PAGES = 0.05;

    @Override
    public List<Finding> detect(Evidence evidence) {
        RequestWatch requests = evidence.requests();
        long with = requests.requests - requests.missingKeys[SliceKeys.KEYS.indexOf(SliceKeys.SURFACE)];
        SurfaceUse.Tally use = requests.surfaces.tally();
        // The surfaces looked at stand for all, and so do their exposures for as many.
        long n = with / use.parts();
        boolean ofUsers = use.usersAlone() >= MANY_USERS;
        long surfaces = use.once() + (ofUsers ? use.ofOneUser() : 0);
        long count = Math.min(n, use.once() + (ofUsers ? use.exposuresOfOneUser() : 0));
        if (n < FEW || count == 0) {
            return List.of();
        }
        boolean sure = use.twice() <= Math.max(1, AS_OF_PAGES * surfaces);
        String text = Counted.part(count, n, "exposure") + " with a surface " + (use.parts() == 1 ? "" : "examined ")
                + Counted.words(count, "has", "have") + " one that no second user ever has, "
                + Words.count(surfaces) + " in all, beside "
                + Counted.of(use.shared(), "surface") + " with several users: "
                + (sure ? "does it hold an id?" : "does it hold an id, or are there so many pages?");
        Finding found = Finding.of(FindingCode.J17, count, n, "exposures with a surface", text);
        if (sure) {
            return List.of(found);
        }
        return found.severity() == Severity.FAIL ? List.of(found.with(Severity.WARN)) : List.of();
    }
}
