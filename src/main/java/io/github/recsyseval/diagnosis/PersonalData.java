package io.github.recsyseval.diagnosis;

import io.github.recsyseval.finding.FindingCode;
import io.github.recsyseval.text.PrintableText;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * J12: e-mail addresses, card and phone numbers and the like in lines looked at closely. Share of those; {@code validate} looks at every
 * line.
 */
final class PersonalData implements Detector {
    private static final int MOST_PLACES = 3;

    @Override
    public List<Finding> detect(Evidence evidence) {
        List<Finding> findings = new ArrayList<>();
        look(evidence.requests().lines.lines(), "exposures looked at", findings);
        look(evidence.watchedOutcomes().lines().lines(), "outcomes looked at", findings);
        return findings;
    }

    private static void look(List<SampledLine> lines, String what, List<Finding> findings) {
        Map<String, Integer> places = new TreeMap<>();
        long count = 0;
        for (SampledLine line : lines) {
            if (line.personal() != null) {
                count++;
                places.merge(
                        line.personal().plural() + " in " + PrintableText.text(line.personalPath(), 100),
                        1,
                        Integer::sum);
            }
        }
        if (count > 0) {
            StringBuilder text = new StringBuilder();
            places.entrySet().stream().limit(MOST_PLACES).forEach(place -> text.append(text.isEmpty() ? "" : ", ")
                    .append(Words.count(place.getValue()))
                    .append(" with ")
                    .append(place.getKey()));
            text.append(places.size() > MOST_PLACES ? " and other places" : "");
            findings.add(Finding.of(FindingCode.J12, count, lines.size(), what, text.toString()));
        }
    }
}
