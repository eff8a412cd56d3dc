package io.github.recsyseval.diagnosis;

import io.github.recsyseval.finding.FindingCode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * J17: surfaces that occur once only among the lines looked at closely: an id or a free text stands where a name should. Share of those
 * that have a surface; nothing is said below two hundred.
 */
final class SliceValues implements Detector {
    private static final int FEW = 200;

    @Override
    public List<Finding> detect(Evidence evidence) {
        Map<String, Integer> values = new HashMap<>();
        long n = 0;
        for (SampledLine line : evidence.requests().lines.lines()) {
            if (line.surface() != null) {
                n++;
                values.merge(line.surface(), 1, Integer::sum);
            }
        }
        long single = values.values().stream().filter(count -> count == 1).count();
        if (n < FEW || single == 0) {
            return List.of();
        }
        String text = Words.count(single) + " of " + Words.count(n)
                + " exposures with a surface that were looked at have one that no other of them has; these are of "
                + Words.count(values.size()) + " surfaces: does it hold an id?";
        return List.of(Finding.of(FindingCode.J17, single, n, "exposures looked at", text));
    }
}
