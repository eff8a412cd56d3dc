package io.github.recsyseval.diagnosis;

import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads a valid exposure for what only some detectors want to know. One instance serves one thread. */
final class LineReading {
    private static final byte[] ITEMS = bytes("items");
    private static final byte[] CONTEXT = bytes("context");
    private static final byte[] PROPENSITY = bytes("propensity");
    private static final byte[] LOGGING_PROPENSITY = bytes("logging_propensity");
    private static final byte[] SURFACE = bytes(SliceKeys.SURFACE);

    private final LineWalk walk = new LineWalk();
    private int items;
    private int propensities;
    private boolean impossible;
    private @Nullable String surface;

    private static byte[] bytes(String name) {
        return name.getBytes(StandardCharsets.US_ASCII);
    }

    /** What an exposure shows. */
    SampledLine of(SampledLines.RawLine line) {
        items = 0;
        propensities = 0;
        impossible = false;
        surface = null;
        walk.start(line.bytes());
        walk.enter();
        while (walk.nextMember()) {
            if (walk.isNamed(ITEMS)) {
                items();
            } else if (walk.isNamed(CONTEXT)) {
                context();
            } else {
                walk.skip();
            }
        }
        boolean wrong = impossible || propensities > 0 && propensities < items;
        return new SampledLine(
                line.joined(), propensities > 0, wrong, line.empty(), line.failed(), line.latency(), surface);
    }

    private void items() {
        if (walk.skipWithout('p', 'l')) { // neither propensity nor logging_propensity
            return;
        }
        walk.enter();
        while (walk.nextElement()) {
            items++;
            propensities += item() ? 1 : 0;
        }
    }

    /** Whether an item logs a propensity. */
    private boolean item() {
        boolean logged = false;
        walk.enter();
        while (walk.nextMember()) {
            if (walk.isNamed(PROPENSITY) || walk.isNamed(LOGGING_PROPENSITY)) {
                double value = walk.number();
                logged |= !Double.isNaN(value);
                impossible |= value <= 0 || value > 1;
            } else {
                walk.skip();
            }
        }
        return logged;
    }

    private void context() {
        walk.enter();
        while (walk.nextMember()) {
            if (walk.isNamed(SURFACE)) {
                surface = walk.text();
            } else {
                walk.skip();
            }
        }
    }

    /** The keys of an exposure's context. */
    Set<String> contextKeys(byte[] line) {
        Set<String> keys = new HashSet<>();
        walk.start(line);
        walk.enter();
        while (walk.nextMember()) {
            boolean inside = walk.isNamed(CONTEXT) && walk.enter();
            if (!inside) {
                walk.skip();
            }
            while (inside && walk.nextMember()) {
                keys.add(walk.name());
                walk.skip();
            }
        }
        return keys;
    }
}
