package io.github.recsyseval.finding;

/** Figures that one wrongly logged field makes wrong, while all others may be right. */
public enum Spoiled {
    /** Those in milliseconds, from {@code latency_ms}. */
    LATENCIES("ms"),
    /** Those in the unit of the logged values, from {@code value}. */
    VALUES("value");

    private final String unit;

    Spoiled(String unit) {
        this.unit = unit;
    }

    /** The unit by which reports tell these figures from others. */
    public String unit() {
        return unit;
    }
}
