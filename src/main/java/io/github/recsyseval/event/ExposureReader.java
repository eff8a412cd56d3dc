package io.github.recsyseval.event;

import static io.github.recsyseval.event.ExposureScanner.CONTEXT;
import static io.github.recsyseval.event.ExposureScanner.ERROR;
import static io.github.recsyseval.event.ExposureScanner.ITEMS;
import static io.github.recsyseval.event.ExposureScanner.LATENCY;
import static io.github.recsyseval.event.ExposureScanner.REQUEST;
import static io.github.recsyseval.event.ExposureScanner.TIME;
import static io.github.recsyseval.event.ExposureScanner.USER;
import static io.github.recsyseval.event.ListScanner.ITEM_ID;
import static io.github.recsyseval.event.ListScanner.RANK;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/** Reads exposure.v1 lines. One instance serves one thread. */
public final class ExposureReader extends LineReader {
    private final ExposureScanner scanner;
    private final Map<String, Integer> contextKeys = new HashMap<>();
    private final StringPool pool = new StringPool();
    private Exposure exposure = new Exposure(0);
    private long userFirst;
    private long userSecond;

    /** @param contextKeys the context keys to keep, in the order of {@link Exposure#context} */
    public ExposureReader(List<String> contextKeys) {
        super(ExposureScanner.FIELDS);
        scanner = new ExposureScanner(contextKeys);
        for (int i = 0; i < contextKeys.size(); i++) {
            this.contextKeys.put(contextKeys.get(i), i);
        }
    }

    /** Reads {@code line[from, to)} into {@code exposure}, which is overwritten whatever the answer. */
    public Reading read(byte[] line, int from, int to, Exposure exposure) {
        return scanner.scan(line, from, to, exposure) == to ? Reading.PLAIN : parse(line, from, to, exposure);
    }

    /**
     * Reads the line that begins at {@code from} if it is {@link Reading#PLAIN} and quickly seen to be, and returns where it ends: at
     * its newline or at {@code to}. Otherwise -1: {@link #read} can say more.
     */
    public int readPlain(byte[] text, int from, int to, Exposure exposure) {
        return scanner.scan(text, from, to, exposure);
    }

    /** As {@link #read}, without the scanner. */
    Reading parse(byte[] line, int from, int to, Exposure exposure) {
        this.exposure = exposure;
        return parse(line, from, to);
    }

    @Override
    void clear() {
        exposure.clear();
        userFirst = 0;
        userSecond = 0;
    }

    @Override
    void value(int field, JsonParser json) {
        switch (field) {
            case REQUEST -> request(json);
            case USER -> user(json);
            case TIME -> {
                exposure.timestamp = timestamp(json);
                fingerprint.field(TIME, exposure.timestamp);
            }
            case ITEMS -> items(json);
            case CONTEXT -> context(json);
            case LATENCY -> {
                exposure.latencyMs = number(json, 0);
                fingerprint.field(LATENCY, Double.doubleToLongBits(exposure.latencyMs));
            }
            default -> error(json);
        }
    }

    private void request(JsonParser json) {
        exposure.hasRequestId = id(json);
        if (exposure.hasRequestId) {
            exposure.requestFirst = id().first();
            exposure.requestSecond = id().second();
        }
    }

    private void user(JsonParser json) {
        if (id(json)) {
            userFirst = id().first();
            userSecond = id().second();
            exposure.user = userFirst;
            fingerprint.field(USER, userFirst);
        }
    }

    private void error(JsonParser json) {
        JsonToken token = json.currentToken();
        if (token == JsonToken.VALUE_TRUE) {
            exposure.error = Exposure.ERROR_TRUE;
        } else if (token == JsonToken.VALUE_FALSE) {
            exposure.error = Exposure.ERROR_FALSE;
        } else {
            unknown(json);
        }
        fingerprint.field(ERROR, exposure.error);
    }

    private void items(JsonParser json) {
        exposure.itemCount = 0;
        exposure.hasItems = json.currentToken() == JsonToken.START_ARRAY;
        if (!exposure.hasItems) {
            unknown(json);
            return;
        }
        while (json.nextToken() != JsonToken.END_ARRAY) {
            if (json.currentToken() == JsonToken.START_OBJECT) {
                item(json);
            } else {
                unknown(json);
            }
        }
    }

    private void item(JsonParser json) {
        int met = 0;
        long item = 0;
        int rank = 0;
        long extras = 0;
        beginNames();
        while (json.nextToken() == JsonToken.PROPERTY_NAME) {
            String name = json.currentName();
            json.nextToken();
            int bit = ListScanner.FIELDS.bit(name);
            if ((met & bit) != 0) {
                unsure();
            }
            met |= bit;
            switch (bit) {
                case ITEM_ID -> item = id(json) ? id().first() : 0;
                case RANK -> rank = rank(json);
                case 0 -> {
                    meet(name); // items may carry more than the contract names
                    extra(json);
                }
                default -> extras += Fingerprint.extra(bit, propensity(json));
            }
        }
        if (!ListScanner.FIELDS.suffice(met)) {
            unsure();
        }
        exposure.addItem(item, rank);
        fingerprint.item(item, rank, extras);
    }

    private double propensity(JsonParser json) {
        double propensity = number(json, 0);
        exposure.largestPropensity = Math.max(exposure.largestPropensity, propensity); // NaN stays: no number
        return propensity;
    }

    @Override
    void contextEntry(String key, JsonParser json) {
        fingerprint.context(textHash(key), textHash());
        @Nullable Integer slot = contextKeys.get(key);
        if (slot != null) {
            exposure.context[slot] = pool.canonical(json.getString());
        }
    }

    @Override
    void finish() {
        exposure.userIsRequest = exposure.hasRequestId
                && met(USER)
                && userFirst == exposure.requestFirst
                && userSecond == exposure.requestSecond;
        exposure.fingerprint = fingerprint.value();
    }
}
