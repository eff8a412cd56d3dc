package io.github.recsyseval.view.html;

import io.github.recsyseval.view.page.Chart;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;

/** Maps values to places. */
record Scale(double low, double high, double from, double to) {
    private static final int FEWEST = 3;

    /** From 0, or below when values are, to a little over the largest end of an interval. */
    static Scale of(List<Chart.Point> points, double from, double to) {
        double low = 0;
        double high = 0;
        for (Chart.Point point : points) {
            low = Math.min(low, point.lower() == null ? point.value() : Math.min(point.lower(), point.value()));
            high = Math.max(high, point.upper() == null ? point.value() : Math.max(point.upper(), point.value()));
        }
        return high > low ? new Scale(low, high, from, to) : new Scale(low, low + 1, from, to);
    }

    /** Where a value lies; beyond the ends it stays at the end. */
    double at(double value) {
        double inside = Math.max(low, Math.min(high, value));
        // Halved first: the distance between the ends may be more than a number can hold.
        return from + (inside / 2 - low / 2) / (high / 2 - low / 2) * (to - from);
    }

    /** Three to six round values from low to high. */
    List<Double> ticks() {
        double step = Math.pow(10, Math.floor(Math.log10(high / 4 - low / 4)));
        for (double factor : new double[] {1, 2, 2.5, 5, 10}) {
            if (factor * step >= high / 4 - low / 4) {
                step *= factor;
                break;
            }
        }
        List<Double> ticks = ticks(step);
        return ticks.size() < FEWEST ? ticks(step / 2) : ticks;
    }

    private List<Double> ticks(double step) {
        List<Double> ticks = new ArrayList<>();
        for (long i = (long) Math.ceil(low / step); i * step <= high && ticks.size() < 8; i++) {
            ticks.add(i * step);
        }
        return ticks;
    }

    /** A tick as text: as share in per cent, else with at most four digits. */
    static String label(double value, boolean share) {
        BigDecimal number = BigDecimal.valueOf(value);
        BigDecimal rounded = (share ? number.movePointRight(2) : number)
                .round(new MathContext(4))
                .stripTrailingZeros();
        boolean extreme = rounded.signum() != 0 && (rounded.precision() - rounded.scale() > 7 || rounded.scale() > 6);
        return (extreme ? rounded.toString() : rounded.toPlainString()) + (share ? " %" : "");
    }
}
