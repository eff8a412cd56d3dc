package io.github.recsyseval.view.html;

import io.github.recsyseval.view.html.Svg.Anchor;
import io.github.recsyseval.view.page.Chart;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;

/** A line through days or hours, with the intervals as a band. Those without data are gaps on the axis, not on the line. */
final class DayChart {
    private static final double LEFT = 52;
    private static final double RIGHT = Charts.WIDTH - 12.0;
    private static final double TOP = 10;
    private static final double BOTTOM = 150;
    private static final int MOST_DOTS = 62;
    private static final long DAY = 86_400;

    private final Svg svg;

    DayChart(Svg svg) {
        this.svg = svg;
    }

    void draw(Chart.Days chart) {
        List<Chart.Point> points = chart.points();
        boolean share = points.stream().allMatch(point -> point.text().endsWith("%"));
        Scale scale = Scale.of(points, BOTTOM, TOP);
        svg.begin(BOTTOM + 26, chart.title() + ", a line through the " + chart.unit() + "; the table has the values");
        for (double tick : scale.ticks()) {
            svg.line("grid", LEFT, scale.at(tick), RIGHT, scale.at(tick));
            svg.text("tick", LEFT - 6, scale.at(tick) + 4, Anchor.END, Scale.label(tick, share));
        }
        band(points, scale);
        double[] line = new double[2 * points.size()];
        for (int i = 0; i < points.size(); i++) {
            line[2 * i] = x(points, i);
            line[2 * i + 1] = scale.at(points.get(i).value());
        }
        svg.path("line", line, false);
        for (int i = 0; i < points.size() && points.size() <= MOST_DOTS; i++) {
            String hint = points.get(i).label() + ": " + points.get(i).text();
            svg.dot("dot", line[2 * i], line[2 * i + 1], 3.5, hint);
        }
        svg.text("tick", LEFT, BOTTOM + 20, Anchor.START, points.get(0).label());
        svg.text(
                "tick",
                RIGHT,
                BOTTOM + 20,
                Anchor.END,
                points.get(points.size() - 1).label());
        svg.end();
    }

    private void band(List<Chart.Point> points, Scale scale) {
        List<Double> ends = new ArrayList<>();
        for (int i = 0; i < points.size(); i++) {
            Double upper = points.get(i).upper();
            ends.addAll(
                    List.of(x(points, i), scale.at(upper == null ? points.get(i).value() : upper)));
        }
        for (int i = points.size() - 1; i >= 0; i--) {
            Double lower = points.get(i).lower();
            ends.addAll(
                    List.of(x(points, i), scale.at(lower == null ? points.get(i).value() : lower)));
        }
        svg.path("band", ends.stream().mapToDouble(Double::doubleValue).toArray(), true);
    }

    private static double x(List<Chart.Point> points, int i) {
        long first = seconds(points.get(0).label());
        long last = seconds(points.get(points.size() - 1).label());
        return LEFT + (RIGHT - LEFT) * (seconds(points.get(i).label()) - first) / (last - first);
    }

    /** The beginning of a day ({@code 2026-11-02}) or of an hour ({@code 2026-11-02T08:00Z}). */
    private static long seconds(String label) {
        return label.indexOf('T') < 0
                ? LocalDate.parse(label).toEpochDay() * DAY
                : OffsetDateTime.parse(label).toEpochSecond();
    }
}
