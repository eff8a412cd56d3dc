package io.github.recsyseval.diagnosis;

import io.github.recsyseval.finding.FindingCode;
import io.github.recsyseval.join.OutcomeClass;
import io.github.recsyseval.join.OutcomeIndex;
import io.github.recsyseval.stat.Interval;
import io.github.recsyseval.stat.Wilson;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * Why outcomes match no exposure: each unmatched outcome of the sampled users is put down to the first cause that fits. J02: its id in
 * a normal form is that of an exposure; J01: the user had a list with the item in the 30 minutes before, under another id; J21: it
 * stands at the edge of the log; J22: whatever is left looks like a lost exposure. Exposures of every context are looked at. A share of all valid outcomes is the share in the
 * sample times the share of outcomes that are unmatched.
 */
public final class UnmatchedCauses implements Detector {
    private static final long HALF_HOUR = 30 * RequestWatch.MINUTE;

    /** The causes in the order in which they are tried. */
    private static final List<FindingCode> CAUSES =
            List.of(FindingCode.J03, FindingCode.J02, FindingCode.J01, FindingCode.J21, FindingCode.J22);

    /**
     * How many of the unmatched outcomes looked at point to one cause.
     *
     * @param n unmatched outcomes looked at
     */
    public record Cause(FindingCode code, long count, long n) {
        /** Wilson's interval of count / n. */
        public Interval interval() {
            return Wilson.interval((double) count / n, n, 0.95);
        }
    }

    private final Evidence evidence;
    private final SampledExposures exposures;
    private final SampledUsers users;
    private final SampledOutcomes sampled;
    private final Map<FindingCode, Long> counts = new EnumMap<>(FindingCode.class);
    private final IdForms forms = new IdForms();
    private final long[] byForm = new long[IdForms.Form.values().length];
    private final long[][] known;

    private long n;
    private long quietMinutes;

    UnmatchedCauses(Evidence evidence) {
        this.evidence = evidence;
        RequestWatch requests = evidence.requests();
        exposures = requests.others.with(requests.sample);
        users = exposures == requests.sample ? requests.users() : new SampledUsers(exposures);
        sampled = evidence.watchedOutcomes().sample();
        int[] unmatched = SampledUsers.rows(evidence, exposures, OutcomeClass.UNMATCHED);
        known = unmatched.length == 0 ? new long[byForm.length][0] : forms();
        for (int row : unmatched) {
            n++;
            counts.merge(cause(row), 1L, Long::sum);
        }
    }

    /** The hashes of the exposures' ids in each form, ascending. Most forms leave most ids as they are: those have one array. */
    private long[][] forms() {
        long[][] ids = new long[byForm.length][exposures.size()];
        int count = 0;
        for (int row = 0; row < exposures.size(); row++) {
            byte[] id = exposures.id(row);
            if (id.length > 0) {
                long[] hashes = forms.hashes(id);
                for (int form = 0; form < hashes.length; form++) {
                    ids[form][count] = hashes[form];
                }
                count++;
            }
        }
        long[][] ascending = new long[ids.length][];
        for (int form = 0; form < ids.length; form++) {
            int alike = 0;
            while (!Arrays.equals(ids[alike], ids[form])) {
                alike++;
            }
            if (alike == form) {
                ascending[form] = Arrays.copyOf(ids[form], count);
                Arrays.sort(ascending[form]);
            } else {
                ascending[form] = ascending[alike];
            }
        }
        return ascending;
    }

    /** The detector. */
    static Detector detector() {
        return evidence -> evidence.watchedOutcomes().causes(evidence).detect(evidence);
    }

    /** What the unmatched outcomes of the sample look like, causes without any left out; empty when there are none. */
    public static List<Cause> of(Evidence evidence) {
        UnmatchedCauses causes = evidence.watchedOutcomes().causes(evidence);
        return CAUSES.stream()
                .filter(causes.counts::containsKey)
                .map(code -> new Cause(code, causes.count(code), causes.n))
                .toList();
    }

    private long count(FindingCode code) {
        return counts.getOrDefault(code, 0L);
    }

    private FindingCode cause(int row) {
        OutcomeIndex outcomes = evidence.outcomes();
        if (UnusableIds.isUnusable(outcomes, row)) {
            return FindingCode.J03;
        }
        if (differsInForm(sampled.id(sampled.find(outcomes.source(row))))) {
            return FindingCode.J02;
        }
        long time = outcomes.time(row);
        if (hasList(outcomes.user(row), outcomes.item(row), time)) {
            return FindingCode.J01;
        }
        OtherContexts others = evidence.requests().others;
        long minute = Math.floorDiv(time, RequestWatch.MINUTE);
        quietMinutes += isQuiet(minute, evidence.requests().minutes) && isQuiet(minute, others.minutes()) ? 1 : 0;
        boolean early = time < Math.min(evidence.tally().firstExposure(), others.first()) + HALF_HOUR;
        boolean late = time > Math.max(evidence.tally().lastExposure(), others.last());
        return early || late ? FindingCode.J21 : FindingCode.J22;
    }

    private static boolean isQuiet(long minute, LongCounts minutes) {
        return !minutes.tooMany() && minutes.get(minute) == 0 && minutes.get(minute - 1) == 0;
    }

    private boolean differsInForm(byte[] id) {
        boolean any = false;
        long[] hashes = forms.hashes(id);
        for (int form = 0; form < hashes.length; form++) {
            if (id.length > 0 && Arrays.binarySearch(known[form], hashes[form]) >= 0) {
                byForm[form]++;
                any = true;
            }
        }
        return any;
    }

    private boolean hasList(long user, long item, long time) {
        for (int i = users.start(user); i < users.size() && users.user(i) == user; i++) {
            long before = time - users.time(i);
            if (before >= 0 && before <= HALF_HOUR && exposures.lists(users.row(i), item)) {
                return true;
            }
        }
        return false;
    }

    @Override
    public List<Finding> detect(Evidence given) {
        List<Finding> findings = new ArrayList<>();
        if (n == 0) {
            return findings;
        }
        String of = " of " + Words.count(n) + " unmatched outcomes looked at ";
        add(findings, FindingCode.J02, of + "have the request_id of an exposure " + bestForm());
        add(
                findings,
                FindingCode.J01,
                of + "name an item that the same user was shown in the half hour before, under another id");
        add(findings, FindingCode.J21, of + "lie within half an hour of the first exposure or after the last one");
        add(
                findings,
                FindingCode.J22,
                of + "have no exposure that fits; " + Words.count(quietMinutes)
                        + " fall into minutes without any exposure");
        return findings;
    }

    private void add(List<Finding> findings, FindingCode code, String text) {
        long count = count(code);
        if (count == 0) {
            return;
        }
        long unmatched = Arrays.stream(evidence.join().outcomeClasses())
                .skip(OutcomeClass.UNMATCHED.ordinal())
                .limit(1)
                .sum();
        // The number looked at stands for all outcomes in proportion, so that count / of is a share of all that the
        // join rate counts.
        long all = IntStream.range(0, evidence.outcomes().size())
                .filter(evidence.outcomes()::isInJoinRate)
                .count();
        long of = Math.max(count, Math.round((double) n * all / unmatched));
        findings.add(Finding.of(code, count, of, "outcomes", Words.count(count) + text));
    }

    private String bestForm() {
        int best = IdForms.Form.ALL.ordinal();
        for (int form = byForm.length - 1; form >= 0; form--) {
            best = byForm[form] >= byForm[best] ? form : best;
        }
        return IdForms.Form.values()[best].words();
    }
}
