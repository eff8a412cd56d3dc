package io.github.recsyseval.diagnosis;

import io.github.recsyseval.finding.FindingCode;
import io.github.recsyseval.join.OutcomeClass;
import io.github.recsyseval.join.OutcomeIndex;
import io.github.recsyseval.stat.Interval;
import io.github.recsyseval.stat.Wilson;
import io.github.recsyseval.text.Counted;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * Why outcomes match no exposure: each unmatched outcome of the sampled users is put down to the first cause that fits. J03: its id
 * can match nothing; J02: its id in a normal form is that of an exposure, or one of them is the other cut off, for the same user; J01:
 * the user had a list with the item in the 30 minutes before, under another id; J21: it stands at the edge of the log; J22: whatever is
 * left looks like a lost exposure. Exposures of every context are looked at; where none could be read at all, only J03 says anything.
 * A share of all valid outcomes is the share in the sample times the share of outcomes that are unmatched.
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

    private static final IdForms.Form[] FORMS = IdForms.Form.values();

    private final Evidence evidence;
    private final SampledExposures exposures;
    private final SampledUsers users;
    private final Map<FindingCode, Long> counts = new EnumMap<>(FindingCode.class);
    private final long[] byForm = new long[FORMS.length];
    private final long n;
    private final long inJoinRate;
    private final QuietTimes quietTimes;
    private long cutOff;
    private long quiet;

    UnmatchedCauses(Evidence evidence) {
        this.evidence = evidence;
        RequestWatch requests = evidence.requests();
        exposures = requests.others.with(requests.sample);
        users = exposures == requests.sample ? requests.users() : new SampledUsers(exposures);
        int[] unmatched = SampledUsers.rows(evidence, exposures, OutcomeClass.UNMATCHED);
        n = unmatched.length;
        inJoinRate = n == 0 ? 0 : inJoinRate(evidence.outcomes());
        quietTimes = n == 0 ? QuietTimes.UNKNOWN : QuietTimes.of(requests);
        int[] usable = usable(unmatched);
        count(FindingCode.J03, n - usable.length);
        if (evidence.exposures() > 0) {
            FormMatches forms = forms(usable);
            for (int i = 0; i < usable.length; i++) {
                count(cause(usable[i], differsInForm(forms, i) || isCutOff(usable[i])), 1);
            }
        }
    }

    private void count(FindingCode code, long more) {
        if (more > 0) {
            counts.merge(code, more, Long::sum);
        }
    }

    /** Those of the rows whose id could match. */
    private int[] usable(int[] rows) {
        int[] usable = new int[rows.length];
        int count = 0;
        for (int row : rows) {
            if (!UnusableIds.isUnusable(evidence.outcomes(), row)) {
                usable[count++] = row;
            }
        }
        return Arrays.copyOf(usable, count);
    }

    /** The ids of some outcomes, compared with those of all sampled exposures. */
    private FormMatches forms(int[] rows) {
        SampledOutcomes sampled = evidence.watchedOutcomes().sample();
        int[] places = new int[rows.length];
        for (int i = 0; i < rows.length; i++) {
            places[i] = sampled.find(evidence.outcomes().source(rows[i]));
        }
        FormMatches forms = new FormMatches(sampled.ids(), places);
        if (rows.length > 0) {
            forms.show(exposures.ids());
        }
        return forms;
    }

    /** The detector. */
    static Detector detector() {
        return evidence -> evidence.watchedOutcomes().causes(evidence).detect(evidence);
    }

    /** What the unmatched outcomes of the sample look like, causes without any left out; empty when there are none, or lines of exposures are invalid instead. */
    public static List<Cause> of(Evidence evidence) {
        if (evidence.orphansAreOfInvalidLines()) {
            return List.of();
        }
        UnmatchedCauses causes = evidence.watchedOutcomes().causes(evidence);
        return CAUSES.stream()
                .filter(causes.counts::containsKey)
                .map(code -> new Cause(code, causes.count(code), causes.n))
                .toList();
    }

    private long count(FindingCode code) {
        return counts.getOrDefault(code, 0L);
    }

    private FindingCode cause(int row, boolean differsInForm) {
        if (differsInForm) {
            return FindingCode.J02;
        }
        OutcomeIndex outcomes = evidence.outcomes();
        long time = outcomes.time(row);
        if (users.wasShown(outcomes.user(row), outcomes.item(row), time - HALF_HOUR, time)) {
            return FindingCode.J01;
        }
        OtherContexts others = evidence.requests().others;
        boolean early = time < Math.min(evidence.tally().firstExposure(), others.first()) + HALF_HOUR;
        boolean late = time > Math.max(evidence.tally().lastExposure(), others.last());
        if (early || late) {
            return FindingCode.J21;
        }
        quiet += quietTimes.isQuiet(time) ? 1 : 0;
        return FindingCode.J22;
    }

    /** Whether its id is the beginning or the end of the id of a list that the user had before, or the other way round. */
    private boolean isCutOff(int row) {
        long user = evidence.outcomes().user(row);
        SampledOutcomes sampled = evidence.watchedOutcomes().sample();
        int place = sampled.find(evidence.outcomes().source(row));
        int end = users.end(user, evidence.outcomes().time(row));
        for (int i = users.first(user, end); i < end; i++) {
            if (IdForms.isCutOff(sampled.ids(), place, exposures.ids(), users.row(i))) {
                cutOff++;
                return true;
            }
        }
        return false;
    }

    private boolean differsInForm(FormMatches forms, int i) {
        boolean any = false;
        for (IdForms.Form form : FORMS) {
            if (forms.matches(i, form)) {
                byForm[form.ordinal()]++;
                any = true;
            }
        }
        return any;
    }

    @Override
    public List<Finding> detect(Evidence given) {
        List<Finding> findings = new ArrayList<>();
        if (n == 0) {
            return findings;
        }
        add(findings, FindingCode.J02, "has", "have", "the request_id of an exposure " + bestForm());
        add(
                findings,
                FindingCode.J01,
                "names",
                "name",
                "an item that the same user was shown in the half hour before, under another id");
        if (evidence.orphansAreOfInvalidLines()) {
            return findings;
        }
        add(
                findings,
                FindingCode.J21,
                "lies",
                "lie",
                "within half an hour of the first exposure or after the last one");
        add(
                findings,
                FindingCode.J22,
                "has",
                "have",
                "no exposure that fits" + quietTimes.words(quiet, count(FindingCode.J22)));
        return findings;
    }

    private void add(List<Finding> findings, FindingCode code, String verbOfOne, String verbOfSeveral, String what) {
        long count = count(code);
        if (count == 0) {
            return;
        }
        // The number looked at stands for all outcomes in proportion, so that count / of is a share of all that the
        // join rate counts.
        long unmatched = evidence.join().outcomeClasses()[OutcomeClass.UNMATCHED.ordinal()];
        long of = Math.max(count, Math.round((double) n * inJoinRate / unmatched));
        String text = Counted.part(count, n, "unmatched outcome") + " examined "
                + Counted.words(count, verbOfOne, verbOfSeveral) + " " + what;
        findings.add(Finding.of(code, count, of, "outcomes", text));
    }

    private static long inJoinRate(OutcomeIndex outcomes) {
        long count = 0;
        for (int row = 0; row < outcomes.size(); row++) {
            count += outcomes.isInJoinRate(row) ? 1 : 0;
        }
        return count;
    }

    private String bestForm() {
        int best = IdForms.Form.ALL.ordinal();
        for (int form = byForm.length - 1; form >= 0; form--) {
            best = byForm[form] >= byForm[best] ? form : best;
        }
        return cutOff > byForm[best] ? "cut off at one end, or the exposure has theirs cut off" : FORMS[best].words();
    }
}
