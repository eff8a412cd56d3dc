package io.github.recsyseval.privacy;

import io.github.recsyseval.event.StrictJson;
import io.github.recsyseval.text.PrintableText;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/** Looks for personal data in every text of a record. One instance serves one thread. */
public final class PersonalDataScanner {
    /** More sightings of one record are not noted. */
    private static final int MAX_SIGHTINGS = 100;

    private final List<String> path = new ArrayList<>();

    /** What {@code line[from, to)}, which is JSON, holds; mostly nothing. */
    public List<Sighting> scan(byte[] line, int from, int to) {
        return Prefilter.maySignal(line, from, to) ? closely(line, from, to) : List.of();
    }

    /** As {@link #scan}, without first looking at the bytes. */
    List<Sighting> closely(byte[] line, int from, int to) {
        List<Sighting> sightings = new ArrayList<>();
        path.clear();
        try (JsonParser json = StrictJson.parser(line, from, to)) {
            if (json.nextToken() != null) {
                value(json, sightings);
            }
        } catch (JacksonException notJson) {
            // What came before the defect has been looked at; the defect itself is the schema's business.
        }
        return sightings;
    }

    private void value(JsonParser json, List<Sighting> sightings) {
        JsonToken token = json.currentToken();
        if (token == JsonToken.START_OBJECT) {
            while (json.nextToken() == JsonToken.PROPERTY_NAME) {
                path.add(json.currentName());
                json.nextToken();
                value(json, sightings);
                path.remove(path.size() - 1);
            }
        } else if (token == JsonToken.START_ARRAY) {
            path.add("*");
            while (json.nextToken() != JsonToken.END_ARRAY) {
                value(json, sightings);
            }
            path.remove(path.size() - 1);
        } else if (token == JsonToken.VALUE_STRING && sightings.size() < MAX_SIGHTINGS) {
            text(json.getString(), sightings);
        }
    }

    private void text(String text, List<Sighting> sightings) {
        if (text.length() < 7) {
            return;
        }
        CardNumber card = text.length() < Prefilter.SHORTEST_RUN ? CardNumber.NONE : CardNumber.in(text);
        if (PersonalDataPatterns.hasEmail(text)) {
            add(PersonalDataKind.EMAIL, text, sightings);
        } else if (card != CardNumber.NONE) {
            String shape = card == CardNumber.REFUTED ? "" : MaskedShape.of(text);
            sightings.add(new Sighting(pointer(), PersonalDataKind.CARD, shape, card));
        } else if (PersonalDataPatterns.hasPhone(text)) {
            add(PersonalDataKind.PHONE, text, sightings);
        } else if (PersonalDataPatterns.hasIban(text)) {
            add(PersonalDataKind.IBAN, text, sightings);
        } else if (PersonalDataPatterns.hasToken(text)) {
            add(PersonalDataKind.TOKEN, text, sightings);
        } else if (PersonalDataPatterns.hasIpAddress(text) && !PersonalDataPatterns.isVersion(pointer())) {
            add(PersonalDataKind.IP, text, sightings);
        }
    }

    private void add(PersonalDataKind kind, String text, List<Sighting> sightings) {
        sightings.add(new Sighting(pointer(), kind, MaskedShape.of(text), CardNumber.CERTAIN));
    }

    private String pointer() {
        StringBuilder pointer = new StringBuilder();
        path.forEach(step -> pointer.append('/').append(PrintableText.name(step)));
        return pointer.toString();
    }
}
