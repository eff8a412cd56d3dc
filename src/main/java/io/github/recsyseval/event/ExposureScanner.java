package io.github.recsyseval.event;

import java.util.List;

/** Scans exposure.v1 lines of the common shape. */
final class ExposureScanner extends LineScanner {
    static final int REQUEST = 1;
    static final int USER = 1 << 1;
    static final int TIME = 1 << 2;
    static final int ITEMS = 1 << 3;
    static final int CONTEXT = 1 << 4;
    static final int LATENCY = 1 << 5;
    static final int ERROR = 1 << 6;
    static final FieldKeys FIELDS = new FieldKeys(
            REQUEST | USER | TIME | ITEMS,
            new Key("request_id", REQUEST),
            new Key("user_id", USER),
            new Key("ts", TIME),
            new Key("items", ITEMS),
            new Key("context", CONTEXT),
            new Key("latency_ms", LATENCY),
            new Key("error", ERROR));

    private final ListScanner list = new ListScanner(this);
    private final Fingerprint fingerprint = new Fingerprint();
    private Exposure exposure = new Exposure(0);
    private long userSecond;

    ExposureScanner(List<String> contextKeys) {
        super(FIELDS, new ContextNames(contextKeys));
    }

    /** Reads the line at {@code from} into {@code exposure} and returns its end, or {@link #NO} when it is not of the common shape. */
    int scan(byte[] line, int from, int to, Exposure exposure) {
        this.exposure = exposure;
        exposure.clear();
        fingerprint.clear();
        int end = scan(line, from, to);
        if (end == NO) {
            return NO;
        }
        exposure.userIsRequest = exposure.user == exposure.requestFirst && userSecond == exposure.requestSecond;
        exposure.fingerprint = fingerprint.value();
        return end;
    }

    @Override
    int value(int key, byte[] bytes, int at, int end) {
        return switch (key) {
            case REQUEST -> request(bytes, at, end);
            case USER -> user(bytes, at, end);
            case TIME -> {
                int next = time(bytes, at, end);
                exposure.timestamp = timestamp;
                fingerprint.field(TIME, timestamp);
                yield next;
            }
            case ITEMS -> {
                exposure.hasItems = true;
                yield list.items(exposure, fingerprint, bytes, at, end);
            }
            case CONTEXT -> context(bytes, at, end);
            case LATENCY -> latency(bytes, at);
            default -> error(bytes, at);
        };
    }

    private int request(byte[] bytes, int at, int end) {
        int next = id(bytes, at, end);
        exposure.hasRequestId = true;
        exposure.requestFirst = hash.first();
        exposure.requestSecond = hash.second();
        return next;
    }

    private int user(byte[] bytes, int at, int end) {
        int next = id(bytes, at, end);
        exposure.user = hash.first();
        userSecond = hash.second();
        fingerprint.field(USER, exposure.user);
        return next;
    }

    private int latency(byte[] bytes, int at) {
        int next = number.decimal(bytes, at);
        exposure.latencyMs = number.value();
        fingerprint.field(LATENCY, Double.doubleToLongBits(exposure.latencyMs));
        return exposure.latencyMs >= 0 ? next : NO;
    }

    private int error(byte[] bytes, int at) {
        boolean isTrue = Literals.isTrue(bytes, at);
        if (!isTrue && !Literals.isFalse(bytes, at)) {
            return NO;
        }
        exposure.error = isTrue ? Exposure.ERROR_TRUE : Exposure.ERROR_FALSE;
        fingerprint.field(ERROR, exposure.error);
        return at + (isTrue ? Literals.TRUE_LENGTH : Literals.FALSE_LENGTH);
    }

    @Override
    void contextEntry(ContextNames.Name name, byte[] bytes, int from, int to) {
        long valueHash = TextHash.of(bytes, from, to);
        fingerprint.context(name.hash(), valueHash);
        if (name.slot() >= 0) {
            exposure.context[name.slot()] = pool.string(bytes, from, to, valueHash);
        }
    }
}
