package io.github.recsyseval.comparison;

import io.github.recsyseval.evaluation.Definitions;
import io.github.recsyseval.report.BaselineReport;
import io.github.recsyseval.report.BaselineReport.Coverage;
import io.github.recsyseval.report.BaselineReport.Section;
import io.github.recsyseval.report.MetricRow;
import io.github.recsyseval.report.RunInfo;
import io.github.recsyseval.report.comparison.Comparison;
import io.github.recsyseval.report.comparison.DifferenceRow;
import io.github.recsyseval.report.comparison.MoveRow;
import io.github.recsyseval.report.comparison.SideRow;
import io.github.recsyseval.report.comparison.SplitRow;
import io.github.recsyseval.text.Decimals;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Two comparable reports: every figure that both have, how it moved, by what, and what else is not the same. */
public final class ReportComparison {
    private static final String LISTS = "lists";

    /** Shares of exposures that log a field are alike when the smaller is at least this part of the larger. */
    private static final double LOGGED_ALIKE = 0.9;

    private final BaselineReport before;
    private final BaselineReport after;
    private final SliceNames names;
    private final StillToCome toCome;
    private final List<MoveRow> moves = new ArrayList<>();
    private final List<String> onlyBefore = new ArrayList<>();
    private final List<String> onlyAfter = new ArrayList<>();

    private ReportComparison(BaselineReport before, BaselineReport after) {
        this.before = before;
        this.after = after;
        names = new SliceNames(before, after);
        toCome = new StillToCome(before, after);
    }

    /**
     * Compares two reports for which {@link Comparability#incompatible} is empty.
     *
     * @param ofBefore the definitions of the earlier report; likewise ofAfter
     */
    public static Comparison of(
            BaselineReport before, BaselineReport after, Definitions ofBefore, Definitions ofAfter, RunInfo run) {
        ReportComparison comparison = new ReportComparison(before, after);
        comparison.move("kpis", before.section("kpis"), after.section("kpis"));
        comparison.move(LISTS, Lists.section(before), Lists.section(after));
        comparison.move("guardrails", before.section("guardrails"), after.section("guardrails"));
        comparison.move(BaselineReport.RANKING, before.ranking(), after.ranking());
        comparison.move("data_quality", before.section("data_quality"), after.section("data_quality"));
        List<DifferenceRow> differences = Comparability.worthKnowing(before, after, ofBefore, ofAfter).stream()
                .map(difference -> new DifferenceRow(difference.definition(), difference.before(), difference.after()))
                .toList();
        return new Comparison(
                Comparison.SCHEMA,
                Comparison.NOT_CAUSAL,
                side(before),
                side(after),
                before.trusted() && after.trusted(),
                comparison.moves,
                comparison.onlyBefore,
                comparison.onlyAfter,
                new SliceChanges(before, after, comparison.names).rows(),
                Lists.lengths(before.lists(), after.lists()),
                ItemChanges.of(before.lists(), after.lists()),
                differences,
                comparison.warnings(),
                run);
    }

    private static SideRow side(BaselineReport report) {
        Coverage coverage = report.coverage();
        return new SideRow(
                report.source(),
                report.command(),
                report.run().version(),
                report.run().createdAt(),
                report.trusted(),
                report.untrustedBecause(),
                coverage.exposures(),
                coverage.users(),
                coverage.first(),
                coverage.last(),
                coverage.filters());
    }

    private void move(String name, Section then, Section now) {
        then.metrics().keySet().stream()
                .filter(metric -> !now.metrics().containsKey(metric))
                .forEach(onlyBefore::add);
        for (MetricRow figure : now.metrics().values()) {
            MetricRow old = then.metrics().get(figure.name());
            if (old == null) {
                onlyAfter.add(figure.name());
            } else if (figure.value() != null || old.value() != null) {
                moves.add(new MoveRow(
                        name,
                        new Moves(name, toCome.figures()).change(figure, old),
                        old.n(),
                        old.users(),
                        figure.users(),
                        splits(new Moves(name, toCome.figures()), figure, old, then.bySegment(), now.bySegment())));
            }
        }
    }

    private List<SplitRow> splits(
            Moves moves,
            MetricRow figure,
            MetricRow old,
            Map<String, Map<String, MetricRow>> then,
            Map<String, Map<String, MetricRow>> now) {
        return after.breakdowns().stream()
                .distinct()
                .sorted()
                .map(breakdown -> {
                    boolean tooMany = before.tooManyValues().contains(breakdown)
                            || after.tooManyValues().contains(breakdown);
                    return new Split(moves, figure.name(), breakdown, names.of(breakdown), then, now)
                            .row(old, figure, tooMany);
                })
                .toList();
    }

    private List<String> warnings() {
        List<String> warnings = new ArrayList<>();
        for (BaselineReport side : List.of(before, after)) {
            if (!side.trusted()) {
                warnings.add("the data of " + side.source() + " is not trusted");
            }
            if (side.coverage().exposures() == 0) {
                warnings.add(side.source() + " has no exposures");
            }
        }
        warnings.addAll(toCome.warnings());
        before.logged().forEach((field, share) -> {
            Double now = after.logged().get(field);
            if (now != null && Math.min(share, now) < LOGGED_ALIKE * Math.max(share, now)) {
                warnings.add(field + " is logged by " + percent(share) + " of the exposures of " + before.source()
                        + " and by "
                        + percent(now) + " of those of " + after.source()
                        + ": metrics based on it may have moved because of the logging alone");
            }
        });
        if (!before.command().equals(after.command())) {
            warnings.add("the reports are of different commands, " + before.command() + " and " + after.command()
                    + "; only what both have is compared");
        }
        if (isEarlier(after.coverage().last(), before.coverage().first())) {
            warnings.add(after.source() + " ends before " + before.source() + " begins: are they swapped?");
        }
        if (overlap()) {
            warnings.add("the two periods overlap, so the reports share exposures and differ less than they seem to");
        }
        return warnings;
    }

    private static String percent(double share) {
        return Decimals.fixed(100 * share, 2) + " %";
    }

    /** Whether both reports cover some of the same time. */
    private boolean overlap() {
        return before.coverage().first() != null
                && after.coverage().first() != null
                && !isEarlier(before.coverage().last(), after.coverage().first())
                && !isEarlier(after.coverage().last(), before.coverage().first());
    }

    /** Compares times as reports write them; false where one is unknown. */
    private static boolean isEarlier(@Nullable String time, @Nullable String other) {
        try {
            return time != null && other != null && Instant.parse(time).isBefore(Instant.parse(other));
        } catch (DateTimeParseException unknown) {
            return false;
        }
    }
}
