package io.github.recsyseval.validation;

import io.github.recsyseval.engine.LineVerdict;
import io.github.recsyseval.event.Reading;
import io.github.recsyseval.event.Timestamps;
import io.github.recsyseval.privacy.PersonalDataScanner;
import io.github.recsyseval.privacy.Sighting;
import io.github.recsyseval.schema.LoadedSchema;
import io.github.recsyseval.schema.SchemaValidator;
import io.github.recsyseval.schema.Verdict;
import io.github.recsyseval.schema.Violation;
import io.github.recsyseval.source.LineJudge;
import io.github.recsyseval.source.ViolationGroups;
import io.github.recsyseval.stat.TimeHistogram;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Judges lines as every command does, the reader vouching for plain lines and the schema deciding on all others, and keeps what
 * is odd about the valid ones until their turn comes.
 */
final class RecordJudge implements LineJudge {
    private final LoadedSchema schema;
    private final boolean published;
    private final RecordInspector inspector;
    private final @Nullable PersonalDataScanner scanner;
    private @Nullable SchemaValidator validator;
    private byte @Nullable [] original;
    private int originalFrom;
    private int originalTo;

    private int size;
    private int[] observations = new int[1024];
    private long[] times = new long[1024];
    private long[] identities = new long[0];
    private final Map<Integer, List<Sighting>> sightings = new HashMap<>();
    private final TimeHistogram allTimes = new TimeHistogram(ViolationGroups.ALL_BINS);

    /** @param scansForPersonalData whether valid records are searched for it */
    RecordJudge(LoadedSchema schema, RecordInspector inspector, boolean published, boolean scansForPersonalData) {
        this.schema = schema;
        this.inspector = inspector;
        this.published = published;
        scanner = scansForPersonalData ? new PersonalDataScanner() : null;
    }

    @Override
    public void begin() {
        size = 0;
        sightings.clear();
    }

    @Override
    public void original(byte[] bytes, int from, int to) {
        original = bytes;
        originalFrom = from;
        originalTo = to;
    }

    @Override
    public List<Violation> judge(byte[] bytes, int from, int to) {
        Reading reading = inspector.read(bytes, from, to);
        int odd = 0;
        if (reading != Reading.PLAIN) {
            Verdict verdict = validator().judge(bytes, from, to);
            if (!verdict.isValid()) {
                return verdict.violations();
            }
            if (published && reading == Reading.NOT_A_RECORD) {
                return LineVerdict.UNREADABLE;
            }
            odd = verdict.duplicateKeys().isEmpty() ? 0 : Observation.DUPLICATE_KEY.bit();
        }
        take(odd | inspector.observations());
        if (scanner != null) {
            // What a map leaves out is in the log all the same.
            List<Sighting> seen =
                    original == null ? scanner.scan(bytes, from, to) : scanner.scan(original, originalFrom, originalTo);
            if (!seen.isEmpty()) {
                sightings.put(size - 1, seen);
            }
        }
        return List.of();
    }

    private SchemaValidator validator() {
        if (validator == null) {
            validator = schema.newValidator();
        }
        return validator;
    }

    private void take(int odd) {
        if (size == observations.length) {
            observations = Arrays.copyOf(observations, 2 * size);
            times = Arrays.copyOf(times, 2 * size);
        }
        if (inspector.hasIdentity()) {
            if (identities.length < 3 * observations.length) {
                identities = Arrays.copyOf(identities, 3 * observations.length);
            }
            identities[3 * size] = inspector.requestFirst();
            identities[3 * size + 1] = inspector.requestSecond();
            identities[3 * size + 2] = inspector.fingerprint();
        }
        long time = inspector.timestamp();
        if (time != Timestamps.UNREADABLE) {
            allTimes.add(time);
        }
        times[size] = time;
        observations[size++] = odd;
    }

    /** The observations of the i-th valid record of the chunk, as a sum of bits. */
    int observations(int i) {
        return observations[i];
    }

    boolean hasSightings(int i) {
        return !sightings.isEmpty() && sightings.containsKey(i);
    }

    /** All that is to be known about the i-th valid record of the chunk. */
    ValidRecord record(int i, long position) {
        boolean known = inspector.hasIdentity();
        return new ValidRecord(
                known ? identities[3 * i] : 0,
                known ? identities[3 * i + 1] : 0,
                known ? identities[3 * i + 2] : 0,
                position,
                times[i],
                observations[i],
                sightings.getOrDefault(i, List.of()));
    }

    /** The times of all valid records judged so far. */
    TimeHistogram allTimes() {
        return allTimes;
    }

    /** What the i-th valid record is to those before it. */
    Repeat repeat(int i, RepeatedRequests requests) {
        return inspector.hasIdentity()
                ? requests.add(identities[3 * i], identities[3 * i + 1], identities[3 * i + 2])
                : Repeat.FIRST;
    }
}
