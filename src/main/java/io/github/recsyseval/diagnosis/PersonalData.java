package io.github.recsyseval.diagnosis;

import io.github.recsyseval.finding.FindingCode;
import io.github.recsyseval.privacy.CardNumber;
import io.github.recsyseval.privacy.PersonalDataScanner;
import io.github.recsyseval.privacy.Sighting;
import io.github.recsyseval.text.PrintableText;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * J12: e-mail addresses, card and phone numbers and the like in lines looked at closely. Share of those; {@code validate} looks at every
 * line.
 */
final class PersonalData implements Detector {
    private static final int MOST_PLACES = 6;

    @Override
    public List<Finding> detect(Evidence evidence) {
        List<Finding> findings = new ArrayList<>();
        look(evidence.requests().lines.bytes(), "exposures examined", findings);
        look(evidence.watchedOutcomes().lines().bytes(), "outcomes examined", findings);
        return findings;
    }

    /** What was seen in one place. */
    private static final class Place {
        private long refuted;
        private long possible;
        private long certain;

        void add(CardNumber strength) {
            switch (strength) {
                case REFUTED -> refuted++;
                case POSSIBLE -> possible++;
                default -> certain++;
            }
        }

        /** Lines with personal data, leaving out numbers that look like a card's by chance. */
        long count() {
            return CardNumber.areMoreThanChance(refuted, possible, certain) ? possible + certain : 0;
        }
    }

    private static void look(List<byte[]> lines, String what, List<Finding> findings) {
        PersonalDataScanner scanner = new PersonalDataScanner();
        Map<String, Place> places = new TreeMap<>();
        for (byte[] line : lines) {
            Sighting seen = surest(scanner.scan(line, 0, line.length));
            if (seen != null) {
                places.computeIfAbsent(
                                seen.kind().plural() + " in " + PrintableText.text(seen.path(), 100),
                                name -> new Place())
                        .add(seen.strength());
            }
        }
        places.values().removeIf(place -> place.count() == 0);
        long count = places.values().stream().mapToLong(Place::count).sum();
        if (count > 0) {
            StringBuilder text = new StringBuilder();
            places.entrySet().stream()
                    .limit(MOST_PLACES)
                    .forEach(place -> text.append(text.isEmpty() ? "" : ", ")
                            .append(Words.count(place.getValue().count()))
                            .append(" with ")
                            .append(place.getKey()));
            text.append(places.size() > MOST_PLACES ? " and other places" : "");
            findings.add(Finding.of(FindingCode.J12, count, lines.size(), what, text.toString()));
        }
    }

    /** The surest, and of several the first. */
    private static @Nullable Sighting surest(List<Sighting> sightings) {
        Sighting surest = null;
        for (Sighting sighting : sightings) {
            if (surest == null || sighting.strength().compareTo(surest.strength()) > 0) {
                surest = sighting;
            }
        }
        return surest;
    }
}
