package io.github.recsyseval.evaluation;

import io.github.recsyseval.diagnosis.Finding;
import io.github.recsyseval.finding.FindingCode;
import io.github.recsyseval.finding.Spoiled;
import io.github.recsyseval.report.MetricRow;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Figures that cannot be relied on although the data as a whole can: those of a field that a finding says is logged wrongly. No limit
 * holds and nothing is decided by them; all other figures are as good as ever.
 */
final class SpoiledFigures {
    private final Map<Spoiled, Finding> findings = new LinkedHashMap<>();

    /**
     * Those of a run.
     *
     * @param findings the worst first
     * @param tolerated findings of which the user says that the figures are right all the same
     */
    SpoiledFigures(List<Finding> findings, Collection<FindingCode> tolerated) {
        for (Finding finding : findings) {
            Spoiled spoils = finding.spoils();
            if (spoils != null && finding.suppressedBy() == null && !tolerated.contains(finding.code())) {
                this.findings.putIfAbsent(spoils, finding);
            }
        }
    }

    /** Which figures a finding spoils; null for none. */
    @Nullable Spoiled by(Finding finding) {
        return findings.containsValue(finding) ? finding.spoils() : null;
    }

    /** Whether figures of a unit are spoiled. */
    boolean has(String unit) {
        return byUnit().containsKey(unit);
    }

    /** Why figures cannot be relied on, in sentences that name the finding, by the unit of the figures. */
    Map<String, String> byUnit() {
        Map<String, String> sentences = new TreeMap<>();
        findings.forEach((spoiled, finding) -> sentences.put(spoiled.unit(), FindingRows.withEvidence(finding)));
        return sentences;
    }

    /** The row as limits see it: without a value where it cannot be relied on. */
    MetricRow known(MetricRow row) {
        String why = byUnit().get(row.unit());
        return why == null || row.value() == null ? row : row.without(why);
    }
}
