package io.github.recsyseval.sample;

import static io.github.recsyseval.sample.PlainJoin.error;
import static io.github.recsyseval.sample.PlainJoin.items;

import io.github.recsyseval.sample.PlainLog.Line;
import java.math.BigDecimal;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** The totals and divisors of truth.json, under the names they have there, counted from the joined files. */
final class TotalsRecount {
    private final PlainJoin here;

    TotalsRecount(PlainJoin here) {
        this.here = here;
    }

    Map<String, Long> exposureTotals() {
        Map<String, Long> totals = new TreeMap<>();
        totals.put("lines", (long) here.exposures.lines.size());
        totals.put("blank_lines", here.exposures.blank);
        totals.put(
                "invalid_lines",
                here.exposures.lines.stream().filter(line -> !line.valid()).count());
        totals.put("valid", here.exposures.lines.stream().filter(Line::valid).count());
        totals.put("distinct", (long) here.kept.size());
        totals.put(
                "duplicates_identical",
                here.surplus.stream().filter(here::identical).count());
        totals.put(
                "duplicates_conflicting",
                here.surplus.stream().filter(line -> !here.identical(line)).count());
        totals.put(
                "completeness_missing",
                here.exposures.lines.stream()
                        .filter(line -> line.node().isPresent())
                        .filter(line -> line.text("request_id").isEmpty()
                                || line.json().path("items").isEmpty())
                        .count());
        totals.put(
                "empty_lists",
                here.kept.values().stream()
                        .filter(line -> items(line).isEmpty())
                        .count());
        totals.put(
                "errors", here.kept.values().stream().filter(PlainJoin::error).count());
        totals.put(
                "empty_without_error",
                here.kept.values().stream()
                        .filter(line -> items(line).isEmpty() && !error(line))
                        .count());
        totals.put(
                "with_outcome",
                here.joined().stream()
                        .map(line -> line.text("request_id"))
                        .distinct()
                        .count());
        return totals;
    }

    Map<String, Long> outcomeTotals() {
        Map<String, Long> totals = new TreeMap<>();
        totals.put("lines", (long) here.outcomes.lines.size());
        totals.put("blank_lines", here.outcomes.blank);
        totals.put(
                "invalid_lines",
                here.outcomes.lines.stream().filter(line -> !line.valid()).count());
        totals.put("valid", (long) here.validOutcomes().size());
        totals.put("joined", (long) here.joined().size());
        totals.put(
                "completeness_missing",
                here.outcomes.lines.stream()
                        .filter(line -> line.node().isPresent())
                        .filter(line -> line.text("request_id").isEmpty()
                                || line.text("item_id").isEmpty())
                        .count());
        totals.put("repeated", (long) here.repeated().size());
        return totals;
    }

    Map<String, Long> outcomeClasses() {
        Map<String, Long> counts = new TreeMap<>();
        for (String name : List.of(
                "missing_request_id", "invalid", "unmatched", "before_exposure", "item_not_shown", "attributed")) {
            counts.put(name, here.classes.values().stream().filter(name::equals).count());
        }
        return counts;
    }

    Map<String, Long> assignmentTotals() {
        Map<String, Long> totals = new TreeMap<>();
        totals.put("lines", (long) here.assignments.lines.size());
        totals.put("blank_lines", here.assignments.blank);
        totals.put(
                "invalid_lines",
                here.assignments.lines.stream().filter(line -> !line.valid()).count());
        totals.put("valid", here.assignments.lines.stream().filter(Line::valid).count());
        totals.put(
                "joined",
                here.assignments.lines.stream()
                        .filter(line -> line.valid() && here.kept.containsKey(line.text("request_id")))
                        .count());
        return totals;
    }

    Map<String, BigDecimal> kpis() {
        Map<String, BigDecimal> kpis = new TreeMap<>();
        BigDecimal revenue = BigDecimal.ZERO;
        Set<String> clicked = new HashSet<>();
        long clicks = 0;
        long conversions = 0;
        for (Line line : here.joined()) {
            if (line.text("event_type").equals("click")) {
                clicks++;
                clicked.add(line.text("request_id"));
            } else {
                conversions++;
                revenue = revenue.add(line.json().path("value").decimalValue(BigDecimal.ZERO));
            }
        }
        kpis.put("clicks", BigDecimal.valueOf(clicks));
        kpis.put("exposures_with_click", BigDecimal.valueOf(clicked.size()));
        kpis.put("conversions", BigDecimal.valueOf(conversions));
        kpis.put("revenue", revenue);
        return kpis;
    }

    long base(String label) {
        return switch (label) {
            case "valid outcomes" -> here.validOutcomes().size();
            case "outcome lines that are JSON" ->
                here.outcomes.lines.stream()
                        .filter(line -> line.node().isPresent())
                        .count();
            case "valid outcomes whose request_id matches an exposure" ->
                here.joined().size();
            case "valid clicks whose request_id matches an exposure" ->
                here.joined().stream().filter(PlainJoin::click).count();
            case "valid conversions" -> here.conversions().size();
            case "valid exposure lines" ->
                here.exposures.lines.stream().filter(Line::valid).count();
            case "distinct exposures" -> here.kept.size();
            case "distinct exposures with items" -> here.lists().size();
            case "lines of the three files, blank ones aside" -> here.allLines().size();
            case "files" -> 3;
            default -> throw new IllegalArgumentException(label);
        };
    }
}
