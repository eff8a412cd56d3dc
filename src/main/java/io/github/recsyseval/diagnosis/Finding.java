package io.github.recsyseval.diagnosis;

import io.github.recsyseval.finding.FindingCode;
import io.github.recsyseval.finding.Severity;
import io.github.recsyseval.finding.Spoiled;
import io.github.recsyseval.stat.Interval;
import io.github.recsyseval.stat.Wilson;
import org.jspecify.annotations.Nullable;

/**
 * One fault that a detector found.
 *
 * @param count records that show it
 * @param n records looked at, at least 1
 * @param what the records, for example {@code outcomes}
 * @param evidence a sentence without any raw id
 * @param spoils figures that this makes wrong whatever its severity; null for none in particular
 * @param suppressedBy the finding of which this one is only a consequence; null for causes
 */
public record Finding(
        FindingCode code,
        Severity severity,
        long count,
        long n,
        String what,
        String evidence,
        @Nullable Spoiled spoils,
        @Nullable FindingCode suppressedBy) {
    private static final double LEVEL = 0.95;
    /** Shares as whole numbers of so many parts. */
    private static final long PARTS = 1_000_000_000;

    /**
     * A finding with the severity of its share. A few records can reach a warning threshold by chance: it is none as long as the lower end
     * of its interval lies below.
     */
    static Finding of(FindingCode code, long count, long n, String what, String evidence) {
        Finding finding = new Finding(code, code.severity(count, n), count, n, what, evidence, null, null);
        long atLeast = Math.round(finding.interval().lower() * PARTS);
        return code.severity(atLeast, PARTS) == Severity.INFO ? finding.with(Severity.INFO) : finding;
    }

    Finding with(Severity other) {
        return new Finding(code, other, count, n, what, evidence, spoils, suppressedBy);
    }

    /** The same as a warning at the most, with one more possible cause. */
    public Finding asQuestion(String orElse) {
        Severity most = severity == Severity.FAIL ? Severity.WARN : severity;
        return new Finding(code, most, count, n, what, evidence + orElse, spoils, suppressedBy);
    }

    /** The same, saying which figures it makes wrong. */
    Finding spoiling(Spoiled figures) {
        return new Finding(code, severity, count, n, what, evidence, figures, suppressedBy);
    }

    Finding suppressed(FindingCode cause) {
        return new Finding(code, severity, count, n, what, evidence, spoils, cause);
    }

    /** Whether it is worth a line: at its warning threshold or beyond. */
    public boolean counts() {
        return severity != Severity.INFO;
    }

    /** Whether it says that numbers cannot be trusted. */
    public boolean breaksTrust() {
        return severity == Severity.FAIL
                && suppressedBy == null
                && code.affects() == io.github.recsyseval.finding.Affects.NUMBERS;
    }

    /** The records that show it / the records looked at. */
    public double share() {
        return (double) count / n;
    }

    /** Wilson's interval of the share. */
    public Interval interval() {
        return Wilson.interval(share(), n, LEVEL);
    }
}
