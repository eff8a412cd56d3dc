package io.github.recsyseval.validation;

import io.github.recsyseval.privacy.CardNumber;
import io.github.recsyseval.privacy.PersonalDataKind;
import io.github.recsyseval.privacy.Sighting;
import io.github.recsyseval.spill.SpillFile;
import io.github.recsyseval.spill.SpillReader;
import java.util.ArrayList;
import java.util.List;

/**
 * What the tallies want to know about a valid record. Ids are hashes, and of personal data only the looks are here, so that
 * nothing private reaches a temporary file.
 *
 * @param requestFirst with {@code requestSecond} the 128-bit hash of the request id; 0 for records that are not told apart by it
 * @param fingerprint of all fields
 * @param position see {@link io.github.recsyseval.source.Position}
 * @param time in microseconds since 1970, or {@link io.github.recsyseval.event.Timestamps#UNREADABLE}
 * @param odd the sum of {@link Observation#bit bits} of what is odd about it
 */
record ValidRecord(
        long requestFirst,
        long requestSecond,
        long fingerprint,
        long position,
        long time,
        int odd,
        List<Sighting> sightings) {
    /** How many bytes one takes in a file, about which nothing is to be said. */
    static final int BYTES = 5 * Long.BYTES + 2 * Integer.BYTES;

    void write(SpillFile file) {
        file.putLong(requestFirst);
        file.putLong(requestSecond);
        file.putLong(fingerprint);
        file.putLong(position);
        file.putLong(time);
        file.putInt(odd);
        file.putInt(sightings.size());
        sightings.forEach(sighting -> write(sighting, file));
    }

    static ValidRecord read(SpillReader file) {
        long requestFirst = file.getLong();
        long requestSecond = file.getLong();
        long fingerprint = file.getLong();
        long position = file.getLong();
        long time = file.getLong();
        int odd = file.getInt();
        int count = file.getInt();
        List<Sighting> sightings = count == 0 ? List.of() : new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            sightings.add(sighting(file));
        }
        return new ValidRecord(requestFirst, requestSecond, fingerprint, position, time, odd, sightings);
    }

    private static void write(Sighting sighting, SpillFile file) {
        file.putText(sighting.path());
        file.putInt(sighting.kind().ordinal());
        file.putText(sighting.shape());
        file.putInt(sighting.strength().ordinal());
    }

    private static Sighting sighting(SpillReader file) {
        String path = file.getText();
        PersonalDataKind kind = PersonalDataKind.values()[file.getInt()];
        return new Sighting(path, kind, file.getText(), CardNumber.values()[file.getInt()]);
    }
}
