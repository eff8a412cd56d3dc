package io.github.recsyseval.view.html;

import io.github.recsyseval.text.Decimals;

/** Shapes of a chart. Colours are classes of the style sheet. */
final class Svg {
    /** Where a text is fastened. */
    enum Anchor {
        START,
        MIDDLE,
        END
    }

    private final Html html;

    Svg(Html html) {
        this.html = html;
    }

    /** Begins a picture; {@code label} is what a screen reader says. */
    void begin(double height, String label) {
        html.raw("<svg role=\"img\"")
                .attribute("viewBox", "0 0 " + Charts.WIDTH + " " + Math.round(height))
                .attribute("aria-label", label)
                .raw(">\n");
    }

    void end() {
        html.raw("</svg>\n");
    }

    void line(String className, double x1, double y1, double x2, double y2) {
        html.raw("<line").attribute("class", className);
        html.attribute("x1", x1)
                .attribute("y1", y1)
                .attribute("x2", x2)
                .attribute("y2", y2)
                .raw("/>\n");
    }

    /** A bar; {@code hint} appears when a mouse rests on it. */
    void bar(String className, double x, double y, double width, double height, String hint) {
        html.raw("<rect").attribute("class", className);
        html.attribute("x", x).attribute("y", y);
        html.attribute("width", Math.max(0, width))
                .attribute("height", Math.max(0, height))
                .raw("><title>");
        html.text(hint).raw("</title></rect>\n");
    }

    void dot(String className, double x, double y, double radius, String hint) {
        html.raw("<circle").attribute("class", className);
        html.attribute("cx", x).attribute("cy", y).attribute("r", radius).raw("><title>");
        html.text(hint).raw("</title></circle>\n");
    }

    /** A line through points {@code x, y, x, y, ...}, or the area they enclose. */
    void path(String className, double[] points, boolean closed) {
        StringBuilder path = new StringBuilder();
        for (int i = 0; i < points.length; i += 2) {
            path.append((i == 0 ? "M" : "L") + Decimals.fixed(points[i], 1) + " " + Decimals.fixed(points[i + 1], 1));
        }
        html.raw("<path")
                .attribute("class", className)
                .attribute("d", path + (closed ? "Z" : ""))
                .raw("/>\n");
    }

    void text(String className, double x, double y, Anchor anchor, String text) {
        html.raw("<text").attribute("class", className).attribute("x", x).attribute("y", y);
        if (anchor != Anchor.START) {
            html.attribute("text-anchor", anchor == Anchor.MIDDLE ? "middle" : "end");
        }
        html.raw(">").text(text).raw("</text>\n");
    }

    /** A text cut to a number of characters. */
    static String cut(String text, int most) {
        int length = text.codePointCount(0, text.length());
        return length <= most ? text : text.substring(0, text.offsetByCodePoints(0, most - 1)) + "…";
    }
}
