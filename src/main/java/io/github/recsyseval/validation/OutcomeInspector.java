package io.github.recsyseval.validation;

import io.github.recsyseval.event.EventType;
import io.github.recsyseval.event.Outcome;
import io.github.recsyseval.event.OutcomeReader;
import io.github.recsyseval.event.Reading;

/** What is odd about outcomes: times and values. */
final class OutcomeInspector extends RecordInspector {
    private final OutcomeReader reader = new OutcomeReader();
    private final Outcome outcome = new Outcome();

    @Override
    Reading read(byte[] line, int from, int to) {
        return reader.read(line, from, to, outcome);
    }

    @Override
    long timestamp() {
        return outcome.timestamp;
    }

    @Override
    int observations() {
        int basis = outcome.type == EventType.CONVERSION ? Observation.IN_BASIS : 0;
        return ofTime(outcome.timestamp) | ofValue(outcome.type, outcome.value) | basis;
    }

    private static int ofValue(EventType type, double value) {
        if (type != EventType.CONVERSION) {
            return 0;
        }
        if (Double.isNaN(value)) {
            return Observation.NO_VALUE.bit();
        }
        return value == 0 ? Observation.ZERO_VALUE.bit() : 0;
    }
}
