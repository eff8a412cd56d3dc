package io.github.recsyseval.view.html;

import io.github.recsyseval.view.html.Svg.Anchor;
import io.github.recsyseval.view.page.Chart;
import java.util.List;

/** Bars for how many values fall into each bin, with quantiles and limits as lines. The last, open bin is as wide as the others. */
final class HistogramChart {
    private static final double LEFT = 8;
    private static final double RIGHT = Charts.WIDTH - 8.0;
    private static final double BARS = 120;
    private static final double MARK = 16;

    private final Svg svg;

    HistogramChart(Svg svg) {
        this.svg = svg;
    }

    void draw(Chart.Histogram chart) {
        List<Chart.Bin> bins = chart.bins();
        double top = 8 + MARK * chart.marks().size();
        double bottom = top + BARS;
        double first = bins.get(0).from();
        double width = bins.get(0).to() == null ? 1 : bins.get(0).to() - first;
        Scale values = new Scale(first, first + width * bins.size(), LEFT, RIGHT);
        long most = bins.stream().mapToLong(Chart.Bin::n).max().orElse(1);
        svg.begin(bottom + 24, chart.title() + ", bars by " + chart.unit() + "; the values are next to it");
        for (Chart.Bin bin : bins) {
            double height = BARS * bin.n() / Math.max(1, most);
            double left = values.at(bin.from());
            double right = values.at(bin.from() + width);
            svg.bar("column", left + 0.5, bottom - height, right - left - 1, height, hint(bin, chart.unit()));
        }
        svg.line("axis", LEFT, bottom, RIGHT, bottom);
        for (double tick : values.ticks()) {
            svg.text("tick", values.at(tick), bottom + 18, Anchor.MIDDLE, Scale.label(tick, false));
        }
        for (int i = 0; i < chart.marks().size(); i++) {
            mark(chart.marks().get(i), values, 16 + MARK * i, bottom);
        }
        svg.end();
    }

    private static String hint(Chart.Bin bin, String unit) {
        String from = Scale.label(bin.from(), false);
        return (bin.to() == null
                        ? from + " " + unit + " and more: "
                        : from + " to " + Scale.label(bin.to(), false) + " " + unit + ": ")
                + bin.n();
    }

    private void mark(Chart.Mark mark, Scale values, double y, double bottom) {
        double x = values.at(mark.value());
        boolean beyond = mark.value() > values.high();
        boolean leftwards = x > Charts.WIDTH * 0.6;
        String name = mark.limit() ? "limit" : "mark";
        svg.line(name, x, y - 10, x, bottom);
        svg.text(
                name + "-label",
                leftwards ? x - 4 : x + 4,
                y,
                leftwards ? Anchor.END : Anchor.START,
                mark.label() + (beyond ? " →" : ""));
    }
}
