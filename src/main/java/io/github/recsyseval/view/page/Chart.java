package io.github.recsyseval.view.page;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A picture of figures that also stand in a table, for forms that can draw. */
public sealed interface Chart extends Block permits Chart.Dots, Chart.Columns, Chart.Days, Chart.Histogram {
    String title();

    /**
     * A value with its interval.
     *
     * @param lower null without interval, or unbounded; likewise upper
     * @param text the value as a person reads it
     */
    record Point(
            String label,
            double value,
            @Nullable Double lower,
            @Nullable Double upper,
            String text) {}

    /**
     * One value a slice, below each other.
     *
     * @param overall where an upright stroke stands, such as the value of all slices together; null for none
     * @param note what the stroke is, and what is not shown; empty for nothing
     */
    record Dots(String title, List<Point> points, @Nullable Double overall, String note) implements Chart {}

    /** One column a value, beside each other. */
    record Columns(String title, String below, List<Point> points) implements Chart {}

    /**
     * One value a day ({@code 2026-11-02}) or an hour ({@code 2026-11-02T08:00Z}), in order.
     *
     * @param unit {@code days} or {@code hours}
     */
    record Days(String title, String unit, List<Point> points) implements Chart {}

    /** How values spread. */
    record Histogram(String title, String unit, List<Bin> bins, List<Mark> marks) implements Chart {}

    /** Values in a range; {@code to} is null for the last, which is open above. */
    record Bin(double from, @Nullable Double to, long n) {}

    /**
     * A value to be pointed out.
     *
     * @param limit whether it is a limit rather than a figure
     */
    record Mark(String label, double value, boolean limit) {}
}
