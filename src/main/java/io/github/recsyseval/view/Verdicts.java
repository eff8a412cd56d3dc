package io.github.recsyseval.view;

import io.github.recsyseval.report.FindingRow;
import io.github.recsyseval.report.GateRow;
import io.github.recsyseval.report.LimitRow;
import io.github.recsyseval.report.MetricRow;
import io.github.recsyseval.report.Report;
import io.github.recsyseval.report.Summary;
import io.github.recsyseval.text.Counted;
import io.github.recsyseval.view.page.Page.Mood;
import io.github.recsyseval.view.page.Page.Verdict;
import io.github.recsyseval.view.page.Text;
import java.util.ArrayList;
import java.util.List;

/** The answers at the top: can the data be trusted, and do the limits hold. */
final class Verdicts {
    private Verdicts() {}

    static List<Verdict> of(Report report) {
        List<Verdict> verdicts = new ArrayList<>();
        if (report.experiment() != null) {
            verdicts.add(DecisionBlocks.verdict(
                    report.experiment(),
                    report.summary().untrustedBecause(),
                    report.dataQuality().limits().stream()
                            .filter(LimitRow::failedItsUser)
                            .map(LimitRow::message)
                            .toList()));
        }
        if (report.aaCheck() != null) {
            verdicts.add(AaBlocks.verdict(report.aaCheck()));
        }
        verdicts.add(trust(report));
        List<LimitRow> user = report.dataQuality().limits().stream()
                .filter(LimitRow::decidesExitCode)
                .toList();
        if (user.stream().anyMatch(LimitRow::failed)) {
            verdicts.add(limits("Data limits", user, report.dataQuality().limits()));
        }
        if (report.guardrails() != null) {
            List<LimitRow> limits = report.guardrails().limits();
            verdicts.add(
                    limits.isEmpty()
                            ? new Verdict(Mood.NEUTRAL, "Guardrails: no limit is set.", Text.EMPTY, List.of())
                            : limits("Guardrails", limits, List.of()));
        }
        if (!report.gates().isEmpty()) {
            verdicts.add(gates(report.gates(), report.summary().untrustedBecause()));
        }
        return verdicts;
    }

    private static Verdict gates(List<GateRow> gates, List<String> untrusted) {
        List<GateRow> failed = gates.stream().filter(GateRow::failed).toList();
        int passing = gates.size() - failed.size();
        return new Verdict(
                failed.isEmpty() ? Mood.GOOD : Mood.BAD,
                failed.isEmpty() ? "Gates pass." : "Gates fail.",
                Text.of(Counted.part(passing, gates.size(), "gate") + Counted.words(passing, " passes.", " pass.")),
                failed.stream()
                        .map(gate ->
                                Text.ofCode(GateBlocks.name(gate)).plain(": " + GateBlocks.reason(gate, untrusted)))
                        .toList());
    }

    private static Verdict trust(Report report) {
        Summary summary = report.summary();
        String counts = Declared.counted(summary) + " of "
                + Counted.of(summary.users(), "user") + unit(summary) + ", "
                + Counted.of(report.dataQuality().joinIntegrity().outcomeCount(), "outcome")
                + ", outcome join rate " + outcomeJoinRate(report) + "." + window(summary);
        return new Verdict(
                summary.trusted() ? Mood.GOOD : Mood.BAD,
                summary.trusted() ? "Trusted." : "Do not trust.",
                Text.of(counts),
                because(summary.untrustedBecause(), report.dataQuality().findings()));
    }

    /** Why not; findings, which are told right below with what was seen, by name. */
    private static List<Text> because(List<String> reasons, List<FindingRow> findings) {
        List<Text> told = new ArrayList<>();
        List<String> named = new ArrayList<>();
        for (String reason : reasons) {
            findings.stream()
                    .map(FindingBlocks::name)
                    .filter(name -> reason.startsWith(name + ": "))
                    .findFirst()
                    .ifPresentOrElse(named::add, () -> told.add(Text.of(reason)));
        }
        if (!named.isEmpty()) {
            told.add(Text.of(Counted.of(named.size(), "finding fails", "findings fail") + " (see Why): "
                    + String.join(", ", named)));
        }
        return told;
    }

    /** Names the unit where it is not what the contract says. */
    private static String unit(Summary summary) {
        return summary.unit().equals("user_id") ? "" : " (" + summary.unit() + ")";
    }

    private static String window(Summary summary) {
        String when = summary.firstExposure() == null
                ? ""
                : " Exposures from " + TimeText.span(summary.firstExposure(), summary.lastExposure()) + ".";
        return summary.filters().isEmpty()
                ? when
                : when + " " + Counted.of(summary.excludedExposures(), "exposure") + " excluded by: "
                        + String.join(", ", summary.filters()) + "." + ofEveryContext(summary);
    }

    /** Says it beside the rate: a reader takes it for that of the part. */
    private static String ofEveryContext(Summary summary) {
        return summary.filters().stream().anyMatch(words -> words.startsWith("where "))
                ? " The outcome join rate covers all contexts, because the context of an outcome without an exposure is unknown."
                : "";
    }

    private static String outcomeJoinRate(Report report) {
        for (MetricRow row : report.dataQuality().metrics()) {
            if (row.name().equals("outcome_join_rate")) {
                String interval = row.interval() == null ? "" : " [" + NumberText.interval(row) + "]";
                return row.value() == null ? "unknown (no outcomes)" : NumberText.value(row) + interval;
            }
        }
        return "-";
    }

    /** @param told limits whose failures were told before, with what to do about them */
    private static Verdict limits(String what, List<LimitRow> limits, List<LimitRow> told) {
        List<LimitRow> failed = limits.stream().filter(LimitRow::failed).toList();
        int holding = limits.size() - failed.size();
        return new Verdict(
                failed.isEmpty() ? Mood.GOOD : Mood.BAD,
                what + (failed.isEmpty() ? " hold." : " fail."),
                Text.of(Counted.part(holding, limits.size(), "limit")
                        + (failed.isEmpty() ? "." : Counted.words(holding, " holds.", " hold."))),
                failed.stream().map(limit -> Text.of(message(limit, told))).toList());
    }

    private static String message(LimitRow limit, List<LimitRow> told) {
        boolean known = told.stream()
                .anyMatch(other -> !other.decides().equals(limit.decides())
                        && other.failed()
                        && other.name().equals(limit.name()));
        int advice = limit.message().indexOf("; ");
        return known && advice > 0 ? limit.message().substring(0, advice) : limit.message();
    }
}
