package io.github.recsyseval.view.html;

import io.github.recsyseval.view.html.Svg.Anchor;
import io.github.recsyseval.view.page.Chart;
import java.util.List;

/** A column for each value, with its interval as a whisker. */
final class ColumnChart {
    private static final double LEFT = 44;
    private static final double RIGHT = Charts.WIDTH - 4.0;
    private static final double TOP = 10;
    private static final double BOTTOM = 170;

    private final Svg svg;

    ColumnChart(Svg svg) {
        this.svg = svg;
    }

    void draw(Chart.Columns chart) {
        Scale scale = scale(chart.points());
        svg.begin(BOTTOM + 36, chart.title() + ", a column for each rank; the table has the values");
        for (double tick : scale.ticks()) {
            svg.line("grid", LEFT, scale.at(tick), RIGHT, scale.at(tick));
            svg.text("tick", LEFT - 6, scale.at(tick) + 4, Anchor.END, Scale.label(tick, true));
        }
        double step = (RIGHT - LEFT) / chart.points().size();
        for (int i = 0; i < chart.points().size(); i++) {
            column(chart.points().get(i), scale, LEFT + i * step, step);
        }
        svg.text("tick", (LEFT + RIGHT) / 2, BOTTOM + 32, Anchor.MIDDLE, chart.below());
        svg.end();
    }

    /** Wide intervals of ranks that hardly occur must not flatten the columns of the others: they leave the picture. */
    private static Scale scale(List<Chart.Point> points) {
        double highest = points.stream().mapToDouble(Chart.Point::value).max().orElse(0);
        Scale all = Scale.of(points, BOTTOM, TOP);
        return highest > 0 ? new Scale(all.low(), Math.min(all.high(), 2 * highest), BOTTOM, TOP) : all;
    }

    private void column(Chart.Point point, Scale scale, double x, double step) {
        double gap = Math.min(6, step / 5);
        double top = scale.at(point.value());
        String hint = point.label() + ": " + point.text();
        svg.bar("column", x + gap, top, step - 2 * gap, BOTTOM - top, hint);
        double middle = x + step / 2;
        if (point.lower() != null && point.upper() != null) {
            svg.line("whisker", middle, scale.at(point.lower()), middle, scale.at(point.upper()));
        }
        svg.text("tick", middle, BOTTOM + 15, Anchor.MIDDLE, point.label());
    }
}
