package io.github.recsyseval.diagnosis;

import io.github.recsyseval.finding.FindingCode;
import io.github.recsyseval.finding.Severity;
import io.github.recsyseval.text.Counted;
import java.util.List;

/**
 * J04: exposure lines whose request id was there before: lines that say something else (the id was used for another list), and lines
 * equal in every field (delivered twice), which the join drops. Share of the valid exposure lines that no filter leaves out.
 */
final class ReusedIds implements Detector {
    private static final double MANY_IDENTICAL = 0.005;

    @Override
    public List<Finding> detect(Evidence evidence) {
        long conflicting = evidence.join().conflictingDuplicates();
        long identical = evidence.join().identicalDuplicates();
        if (conflicting + identical == 0) {
            return List.of();
        }
        long n = evidence.tally().evaluated() + conflicting + identical;
        String text = Counted.of(
                        conflicting,
                        "differs from the first line with its request_id",
                        "differ from the first line with their request_id")
                + ", "
                + Counted.of(identical, "repeats", "repeat") + " it in every field";
        Finding reused = Finding.of(FindingCode.J04, conflicting + identical, n, "exposure lines", text);
        Severity byConflicts = conflicting == 0 ? Severity.INFO : FindingCode.J04.severity(conflicting, n);
        boolean redelivered = byConflicts == Severity.INFO && identical >= MANY_IDENTICAL * n;
        return List.of(reused.with(redelivered ? Severity.WARN : byConflicts));
    }
}
