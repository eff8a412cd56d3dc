package io.github.recsyseval.diagnosis;

import io.github.recsyseval.finding.FindingCode;
import io.github.recsyseval.join.OutcomeClass;
import io.github.recsyseval.join.OutcomeIndex;
import io.github.recsyseval.stat.Interval;
import io.github.recsyseval.stat.Wilson;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Why outcomes match no exposure: each unmatched outcome of the sampled users is put down to the first cause that fits. J02: its id in
 * a normal form is that of an exposure; J01: the user had a list with the item in the 30 minutes before, under another id; J21: it
 * stands at the edge of the log; J22: whatever is left looks like a lost exposure. A share of all valid outcomes is the share in the
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
    private final Map<Long, List<SampledExposure>> users;
    private final Map<FindingCode, Long> counts = new EnumMap<>(FindingCode.class);
    private final IdForms forms = new IdForms();
    private final long[] byForm = new long[IdForms.Form.values().length];
    private final List<Set<Long>> known = new ArrayList<>();
    private long n;
    private long quietMinutes;

    private UnmatchedCauses(Evidence evidence) {
        this.evidence = evidence;
        users = SampledUsers.byUser(evidence);
        Map<Integer, SampledOutcome> unmatched = SampledUsers.withIds(evidence, OutcomeClass.UNMATCHED);
        if (!unmatched.isEmpty()) {
            for (IdForms.Form form : IdForms.Form.values()) {
                Set<Long> hashes = new HashSet<>();
                users.values().forEach(list -> list.forEach(exposure -> hashes.add(forms.hash(form, exposure.id()))));
                known.add(hashes);
            }
        }
        unmatched.forEach(this::look);
    }

    /** The detector; it looks afresh at each evidence. */
    static Detector detector() {
        return evidence -> new UnmatchedCauses(evidence).detect(evidence);
    }

    /** What the unmatched outcomes of the sample look like, causes without any left out; empty when there are none. */
    public static List<Cause> of(Evidence evidence) {
        UnmatchedCauses causes = new UnmatchedCauses(evidence);
        return CAUSES.stream()
                .filter(causes.counts::containsKey)
                .map(code -> new Cause(code, causes.count(code), causes.n))
                .toList();
    }

    private long count(FindingCode code) {
        return counts.getOrDefault(code, 0L);
    }

    private void look(int row, SampledOutcome outcome) {
        n++;
        counts.merge(cause(row, outcome), 1L, Long::sum);
    }

    private FindingCode cause(int row, SampledOutcome outcome) {
        OutcomeIndex outcomes = evidence.outcomes();
        if (UnusableIds.isUnusable(outcomes, row)) {
            return FindingCode.J03;
        }
        if (differsInForm(outcome)) {
            return FindingCode.J02;
        }
        long time = outcomes.time(row);
        if (hasList(outcomes.user(row), outcomes.item(row), time)) {
            return FindingCode.J01;
        }
        long minute = Math.floorDiv(time, RequestWatch.MINUTE);
        LongCounts minutes = evidence.requests().minutes;
        if (!minutes.tooMany() && minutes.get(minute) == 0 && minutes.get(minute - 1) == 0) {
            quietMinutes++;
        }
        boolean early = time < evidence.tally().firstExposure() + HALF_HOUR;
        return early || time > evidence.tally().lastExposure() ? FindingCode.J21 : FindingCode.J22;
    }

    private boolean differsInForm(SampledOutcome outcome) {
        boolean any = false;
        for (IdForms.Form form : IdForms.Form.values()) {
            if (known.get(form.ordinal()).contains(forms.hash(form, outcome.id()))) {
                byForm[form.ordinal()]++;
                any = true;
            }
        }
        return any;
    }

    private boolean hasList(long user, long item, long time) {
        return users.getOrDefault(user, List.of()).stream()
                .anyMatch(list -> list.time() <= time && time - list.time() <= HALF_HOUR && list.lists(item));
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
        // The number looked at stands for all outcomes in proportion, so that count / of is a share of all outcomes.
        long of = Math.max(count, Math.round((double) n * evidence.outcomes().size() / unmatched));
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
