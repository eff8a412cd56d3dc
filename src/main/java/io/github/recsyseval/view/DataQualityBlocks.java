package io.github.recsyseval.view;

import io.github.recsyseval.report.AttributionRow;
import io.github.recsyseval.report.DataQuality;
import io.github.recsyseval.report.LimitRow;
import io.github.recsyseval.report.MetricRow;
import io.github.recsyseval.report.Report;
import io.github.recsyseval.report.ViolationRow;
import io.github.recsyseval.text.Counted;
import io.github.recsyseval.view.page.Block;
import io.github.recsyseval.view.page.Table;
import io.github.recsyseval.view.page.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The books: join rates, limits, every record in its class, what the schemas refuse. */
final class DataQualityBlocks {
    /** Smaller shares of outcomes that are still to come change no figure that is printed. */
    private static final double WORTH_TELLING = 0.001;

    private final DataQuality quality;
    private final List<Block> blocks = new ArrayList<>();

    private DataQualityBlocks(DataQuality quality) {
        this.quality = quality;
    }

    static List<Block> of(Report report, FigureBlocks figures) {
        DataQualityBlocks all = new DataQualityBlocks(report.dataQuality());
        all.blocks.add(figures.of("Joins", "records", all.joins()));
        all.books();
        all.attribution(report.dataQuality().attribution());
        all.limits(report.limits());
        all.violations();
        all.blocks.addAll(JoinRateBlocks.of(report.dataQuality()));
        if (!all.quality.notes().isEmpty()) {
            all.blocks.add(
                    new Block.Bullets(all.quality.notes().stream().map(Text::of).toList()));
        }
        return all.blocks;
    }

    /** Without assignments there is no rate of theirs. */
    private List<MetricRow> joins() {
        boolean assigned = quality.joinIntegrity().assignmentsCount()
                        + quality.invalidLines().assignments()
                > 0;
        return quality.metrics().stream()
                .filter(row -> assigned || !row.name().equals("assignment_join_rate"))
                .toList();
    }

    private void limits(List<LimitRow> limits) {
        Table.Rows table = Table.of(
                "Limits",
                Table.text("limit"),
                Table.number("value"),
                Table.number("95 % interval"),
                Table.number("demand"),
                Table.text("set by"),
                Table.text("decides"),
                Table.text("verdict"));
        for (LimitRow limit : limits) {
            table.row(
                    Text.ofCode(limit.name()),
                    Text.of(LimitText.value(limit)),
                    Text.of(LimitText.interval(limit)),
                    Text.of(LimitText.demand(limit)),
                    Text.of(limit.setBy()),
                    Text.of(limit.decides().replace('_', ' ')),
                    limit.failed() ? Text.bad(LimitText.verdict(limit)) : Text.good(LimitText.verdict(limit)));
        }
        blocks.add(table.table());
    }

    private void books() {
        DataQuality.JoinIntegrity joins = quality.joinIntegrity();
        DataQuality.InvalidLines invalid = quality.invalidLines();
        blocks.add(Table.of(
                        "Records",
                        Table.text("records"),
                        Table.number("exposures"),
                        Table.number("outcomes"),
                        Table.number("assignments"))
                .row(
                        Text.of("valid"),
                        count(joins.exposureCount()),
                        count(joins.outcomeCount()),
                        count(joins.assignmentsCount()))
                .row(
                        Text.of("invalid"),
                        count(invalid.exposures()),
                        count(invalid.outcomes()),
                        count(invalid.assignments()))
                .row(
                        Text.of("incomplete"),
                        count(quality.exposureCompleteness().missing()),
                        count(quality.outcomeCompleteness().missing()),
                        count(quality.assignmentCompleteness().missing()))
                .table());
        List<Text> lines = new ArrayList<>();
        lines.add(book("Exposures", quality.exposureClasses()));
        lines.add(book("Outcomes", quality.outcomeClasses()));
        if (joins.assignmentsCount() + invalid.assignments() > 0) {
            lines.add(book("Assignments", quality.assignmentClasses()));
        }
        blocks.add(new Block.Bullets(lines));
    }

    private static Text count(long n) {
        return Text.of(NumberText.count(n));
    }

    /** Every record in one class: {@code Outcomes: 102 = 100 attributed + 2 unmatched}. */
    private static Text book(String what, Map<String, Long> classes) {
        List<String> parts = new ArrayList<>();
        long sum = 0;
        for (Map.Entry<String, Long> entry : classes.entrySet()) {
            sum += entry.getValue();
            if (entry.getValue() > 0) {
                parts.add(NumberText.count(entry.getValue()) + " "
                        + entry.getKey().replace('_', ' '));
            }
        }
        return Text.of(
                what + ": " + NumberText.count(sum) + (parts.isEmpty() ? "" : " = " + String.join(" + ", parts)));
    }

    private void attribution(AttributionRow attribution) {
        String late = attribution.outsideWindow() == 0
                ? ""
                : " (" + Counted.of(attribution.outsideWindow(), "outcome") + " came too late)";
        blocks.add(new Block.Paragraph(Text.of("Attribution window: " + attribution.window() + late
                + "; outcome deduplication: " + attribution.dedupe() + "." + toCome(attribution))));
        List<Text> effects = attribution.dedupeEffects().stream()
                .filter(effect -> effect.outcomes() > 0)
                .map(effect -> Text.of("repeated outcomes by ")
                        .code("--outcome-dedupe " + effect.rule())
                        .plain(": " + NumberText.count(effect.outcomes()) + " = " + Counted.of(effect.clicks(), "click")
                                + " + " + Counted.of(effect.conversions(), "conversion")))
                .toList();
        if (!effects.isEmpty()) {
            blocks.add(new Block.Bullets(effects));
        }
    }

    private static String toCome(AttributionRow attribution) {
        String shares = attribution.toCome().stream()
                .filter(row -> row.share() >= WORTH_TELLING)
                .map(row -> NumberText.withUnit("share", row.share()) + " of the " + row.eventType()
                        + "s (their log ends at " + TimeText.minute(row.logEnd()) + " UTC)")
                .collect(Collectors.joining(", "));
        return shares.isEmpty() ? "" : " Still to come: at least " + shares + ".";
    }

    private void violations() {
        if (!quality.violations().isEmpty()) {
            blocks.add(new Block.Entries(
                    "Invalid lines",
                    quality.violations().stream().map(DataQualityBlocks::entry).toList()));
        }
    }

    private static Block.Entry entry(ViolationRow violation) {
        boolean shown = !violation.examples().isEmpty();
        String pointer = shown ? violation.examples().get(0).pointer() : "";
        Text head = Text.EMPTY
                .strong(Counted.of(violation.count(), "line") + " of the " + violation.input())
                .plain(" (")
                .code(violation.keyword());
        Text where = pointer.isEmpty() ? head : head.plain(" at ").code(pointer);
        return new Block.Entry(
                where.plain("): " + wordings(violation)),
                List.of(Text.of(places(violation.first(), violation.last()))));
    }

    /** {@code log.jsonl:27 to 393}. */
    private static String places(ViolationRow.PlaceRow first, ViolationRow.PlaceRow last) {
        String from = first.file() + ":" + first.line();
        if (first.equals(last)) {
            return from;
        }
        return from + " to " + (first.file().equals(last.file()) ? "" : last.file() + ":") + last.line();
    }

    /** What the examples of a defect say: lines that one rule refuses need not all lack the same. */
    private static String wordings(ViolationRow violation) {
        List<String> all = violation.examples().stream()
                .map(ViolationRow.ExampleRow::message)
                .distinct()
                .toList();
        String shown = String.join("; ", all.subList(0, Math.min(3, all.size())));
        return all.size() > 3 ? shown + "; ..." : shown;
    }
}
