package io.github.recsyseval.view.html;

import io.github.recsyseval.view.html.Svg.Anchor;
import io.github.recsyseval.view.page.Chart;

/** A row for each slice: its name and value, and below them a dot with its interval on a track; at the bottom the scale. */
final class DotChart {
    private static final int ROW = 36;
    private static final int AXIS = 20;
    private static final double HALF_LABEL = 18;
    private static final int LONGEST_LABEL = 44;
    private static final double LEFT = 6;
    private static final double RIGHT = Charts.WIDTH - 6.0;

    private final Svg svg;

    DotChart(Svg svg) {
        this.svg = svg;
    }

    void draw(Chart.Dots chart) {
        Scale scale = Scale.of(chart.points(), LEFT, RIGHT);
        double bottom = 8.0 + ROW * chart.points().size();
        svg.begin(bottom + AXIS, chart.title() + ", a dot with its interval for each slice; the table has the values");
        axis(scale, bottom, chart.points().get(0).text().endsWith("%"));
        for (int i = 0; i < chart.points().size(); i++) {
            double y = 16.0 + i * ROW;
            row(chart.points().get(i), scale, y);
            if (chart.overall() != null) {
                svg.line("overall", scale.at(chart.overall()), y + 5, scale.at(chart.overall()), y + 19);
            }
        }
        svg.end();
    }

    private void axis(Scale scale, double bottom, boolean share) {
        for (double tick : scale.ticks()) {
            double x = scale.at(tick);
            svg.line("grid", x, 4, x, bottom);
            Anchor anchor = x < LEFT + HALF_LABEL ? Anchor.START : x > RIGHT - HALF_LABEL ? Anchor.END : Anchor.MIDDLE;
            svg.text("tick", x, bottom + 14, anchor, Scale.label(tick, share));
        }
    }

    private void row(Chart.Point point, Scale scale, double y) {
        double track = y + 12;
        svg.text("label", LEFT, y, Anchor.START, Svg.cut(point.label(), LONGEST_LABEL));
        svg.text("number", RIGHT, y, Anchor.END, point.text());
        svg.line("track", LEFT, track, RIGHT, track);
        if (point.lower() != null && point.upper() != null) {
            double from = scale.at(point.lower());
            svg.bar("range", from, track - 3, scale.at(point.upper()) - from, 6, point.label() + ", interval");
        }
        svg.dot("dot", scale.at(point.value()), track, 4.5, point.label() + ": " + point.text());
    }
}
