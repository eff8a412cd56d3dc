package io.github.recsyseval.view.html;

import io.github.recsyseval.view.page.Chart;

/** Draws charts as inline SVG, {@value #WIDTH} units wide, in the colours of the style sheet. */
final class Charts {
    static final int WIDTH = 400;

    private final Html html;

    Charts(Html html) {
        this.html = html;
    }

    void draw(Chart chart) {
        html.raw("<figure class=\"chart\"><figcaption>").text(chart.title()).raw("</figcaption>\n");
        if (chart instanceof Chart.Dots dots) {
            new DotChart(new Svg(html)).draw(dots);
            html.element("p", "note", dots.note());
        } else if (chart instanceof Chart.Columns columns) {
            new ColumnChart(new Svg(html)).draw(columns);
        } else if (chart instanceof Chart.Days days) {
            new DayChart(new Svg(html)).draw(days);
        } else if (chart instanceof Chart.Histogram histogram) {
            new HistogramChart(new Svg(html)).draw(histogram);
        }
        html.raw("</figure>\n");
    }
}
