package io.github.recsyseval.event;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/** Reads exposure.v1 lines. One instance serves one thread. */
public final class ExposureReader extends LineReader {
    private static final int REQUEST = 1;
    private static final int USER = 1 << 1;
    private static final int TIME = 1 << 2;
    private static final int ITEMS = 1 << 3;
    private static final int CONTEXT = 1 << 4;
    private static final int LATENCY = 1 << 5;
    private static final int ERROR = 1 << 6;
    private static final int REQUIRED = REQUEST | USER | TIME | ITEMS;

    private static final int ITEM_ID = 1;
    private static final int RANK = 1 << 1;
    private static final int PROPENSITY = 1 << 2;
    private static final int LOGGING_PROPENSITY = 1 << 3;
    private static final int TARGET_PROPENSITY = 1 << 4;

    private final ExposureScanner scanner;
    private final Map<String, Integer> contextKeys = new HashMap<>();
    private final StringPool pool = new StringPool();
    private Exposure exposure = new Exposure(0);
    private long userFirst;
    private long userSecond;

    /** @param contextKeys the context keys to keep, in the order of {@link Exposure#context} */
    public ExposureReader(List<String> contextKeys) {
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
    int required() {
        return REQUIRED;
    }

    @Override
    void field(String name, JsonParser json) {
        switch (name) {
            case "request_id" -> request(json);
            case "user_id" -> user(json);
            case "ts" -> {
                first(TIME);
                exposure.timestamp = timestamp(json);
                fingerprint.field(TIME, exposure.timestamp);
            }
            case "items" -> items(json);
            case "context" -> {
                first(CONTEXT);
                context(json);
            }
            case "latency_ms" -> {
                first(LATENCY);
                exposure.latencyMs = number(json, 0);
                fingerprint.field(LATENCY, Double.doubleToLongBits(exposure.latencyMs));
            }
            case "error" -> error(json);
            default -> unknown(json);
        }
    }

    private void request(JsonParser json) {
        first(REQUEST);
        exposure.hasRequestId = id(json);
        if (exposure.hasRequestId) {
            exposure.requestFirst = id().first();
            exposure.requestSecond = id().second();
        }
    }

    private void user(JsonParser json) {
        first(USER);
        if (id(json)) {
            userFirst = id().first();
            userSecond = id().second();
            exposure.user = userFirst;
            fingerprint.field(USER, userFirst);
        }
    }

    private void error(JsonParser json) {
        first(ERROR);
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
        first(ITEMS);
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
            int bit = itemField(name);
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
        if ((met & (ITEM_ID | RANK)) != (ITEM_ID | RANK)) {
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

    private static int itemField(String name) {
        return switch (name) {
            case "item_id" -> ITEM_ID;
            case "rank" -> RANK;
            case "propensity" -> PROPENSITY;
            case "logging_propensity" -> LOGGING_PROPENSITY;
            case "target_propensity" -> TARGET_PROPENSITY;
            default -> 0;
        };
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
