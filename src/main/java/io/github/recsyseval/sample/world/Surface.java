package io.github.recsyseval.sample.world;

import java.util.Locale;

/** Where a list is shown, with its share of the traffic, its median latency and how attractive its items are. */
public enum Surface {
    HOME(0.40, 62, 0.075),
    SEARCH(0.25, 95, 0.110),
    PDP(0.27, 41, 0.065),
    CART(0.08, 55, 0.050);

    private final double share;
    private final double medianLatencyMs;
    private final double attraction;

    Surface(double share, double medianLatencyMs, double attraction) {
        this.share = share;
        this.medianLatencyMs = medianLatencyMs;
        this.attraction = attraction;
    }

    /** As it is logged: {@code home}, {@code search}, {@code pdp}, {@code cart}. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    double medianLatencyMs() {
        return medianLatencyMs;
    }

    /** Probability that an item of average quality is clicked once it is looked at. */
    double attraction() {
        return attraction;
    }

    /** The surface at a place in [0, 1) of the traffic. */
    static Surface at(double place) {
        double sum = 0;
        for (Surface surface : values()) {
            sum += surface.share;
            if (place < sum) {
                return surface;
            }
        }
        return CART;
    }
}
