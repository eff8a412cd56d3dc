package io.github.recsyseval.experiment;

import io.github.recsyseval.experiment.KpiRule.Verdict;
import io.github.recsyseval.report.Decision.StepRow;
import io.github.recsyseval.report.GuardrailTestRow;
import io.github.recsyseval.stat.DetectableEffect;
import io.github.recsyseval.stat.Interval;
import io.github.recsyseval.stat.Normal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What it would take to decide otherwise: users still needed, and which margin. */
final class WhatWouldChange {
    private static final double MOST_USERS = 1e12;

    private WhatWouldChange() {}

    static List<String> sentences(
            List<StepRow> steps,
            ArmChecks checks,
            List<GuardrailTestRow> guardrails,
            Map<Compared, Verdict> verdicts,
            KpiWords words) {
        List<String> sentences = new ArrayList<>(checks.remedies());
        if (!steps.get(0).verdict().equals("pass")
                && !checks.reasons().containsAll(steps.get(0).reasons())) {
            sentences.add("fix the logs and run this again: more users do not make up for data that cannot be trusted");
        }
        if (!steps.get(1).verdict().equals("pass") && words.oneNameInTwoWays()) {
            sentences.add(
                    "write the name of the arm in one way where assignments are logged, and in the logs at hand, and run"
                            + " this again: its users are then counted as one arm, and the split is tested anew");
        } else if (!steps.get(1).verdict().equals("pass")) {
            boolean given = words.plan().split().isGiven();
            sentences.add(
                    (given ? "" : "if the arms were meant to differ in size, say so with --expected-split; if not, ")
                            + "find where users are lost or added, fix it and restart the experiment: a sample ratio mismatch"
                            + " cannot be corrected afterwards");
        }
        long users = verdicts.keySet().stream()
                .map(Compared::contrast)
                .mapToLong(contrast -> contrast == null ? 0 : contrast.users())
                .max()
                .orElse(0);
        if (guardrails.stream().anyMatch(row -> row.verdict().equals("untrusted"))
                || verdicts.keySet().stream().anyMatch(primary -> primary.spoiled() != null)) {
            sentences.add(
                    "fix how the field is logged and run this again; if a finding is named but the values are right,"
                            + " declare it with --tolerate and the code of the finding");
        }
        for (GuardrailTestRow row : guardrails) {
            if (row.blocks()) {
                guardrail(row, users, words, sentences);
            }
        }
        verdicts.forEach((primary, verdict) -> kpi(primary, verdict, words, sentences));
        return sentences;
    }

    private static void guardrail(GuardrailTestRow row, long users, KpiWords words, List<String> sentences) {
        Double change = row.change();
        Double upper = row.upper();
        if (row.verdict().equals("doubtful")) {
            sentences.add(GuardrailWords.name(row)
                    + ": find out who the users are that it rests on; without them (--exclude-users), run this again");
            return;
        }
        if (change == null
                || upper == null
                || row.rule().equals("max")
                || row.rule().equals("min")) {
            return;
        }
        String name = GuardrailWords.name(row);
        double room = row.limit() - change;
        if (row.verdict().equals("undecided") && room > 0) {
            // The bound comes closer with the square root of the users; 80 % of the time it is close enough with these.
            double c = Normal.criticalValue(1 - 2 * words.plan().alpha());
            double factor = square(
                    (upper - change) / room * (c + Normal.quantile(words.plan().power())) / c);
            sentences.add(
                    name + ": " + needed(users, factor) + " would show that it holds, if the change stays as it is");
        }
        sentences.add(name + ": a margin of " + GuardrailWords.amount(row, upper) + " would hold on this data");
    }

    private static void kpi(Compared primary, Verdict verdict, KpiWords words, List<String> sentences) {
        Contrast contrast = primary.contrast();
        String metric = primary.rate().metric().name();
        if (contrast == null
                || primary.spoiled() != null
                || !(KpiRule.interval(contrast, words.effect(primary), words.level()) instanceof Interval interval)) {
            return;
        }
        double point = words.point(primary);
        double above = words.effect(primary).value();
        if (verdict == Verdict.PROVEN) {
            sentences.add(metric + ": with a minimum effect of " + words.amount(primary, interval.lower())
                    + " or more it would not be proven");
        } else if (verdict == Verdict.INCONCLUSIVE && point > above) {
            sentences.add(metric + ": " + users(primary, contrast, above, words) + " would prove it"
                    + ifTrue(primary, point, words));
        } else if (verdict == Verdict.INCONCLUSIVE) {
            sentences.add(metric
                    + ": the observed effect is not above the minimum effect; this experiment would have detected "
                    + found(primary, contrast, words));
        } else if (verdict == Verdict.PERHAPS_HARMED) {
            sentences.add(metric + ": "
                    + users(primary, contrast, words.effect(primary).harm(), words) + " would show that it is worse"
                    + ifTrue(primary, point, words));
        } else if (verdict == Verdict.DOUBTFUL) {
            sentences.add(
                    metric + ": find out what the users or outcomes are that it rests on; without them, or once they"
                            + " are logged alike in both arms, run this again");
        } else if (verdict == Verdict.HARMED) {
            sentences.add(metric + ": with a margin of " + words.amount(primary, Math.min(0, interval.upper()))
                    + " or wider it would not count as worse");
        }
    }

    private static String ifTrue(Compared primary, double point, KpiWords words) {
        return " with " + Amounts.chosen(words.plan().power()) + " power, if the true "
                + words.effect(primary).unit() + " is the " + words.amount(primary, point) + " seen now";
    }

    /** What would have been found, as a lift where the control allows one. */
    private static String found(Compared primary, Contrast contrast, KpiWords words) {
        DetectableEffect detectable =
                contrast.detectable(words.level(), words.plan().power());
        String unit = Rows.unit(primary.rate().metric());
        return (Double.isFinite(detectable.relative())
                        ? "a lift of " + Amounts.percent(detectable.relative())
                        : "a difference of " + Amounts.change(unit, detectable.absolute()))
                + " with " + Amounts.chosen(words.plan().power()) + " power";
    }

    /** The users it takes to tell what is seen from a bound, and for intervals that are not rough. */
    private static String users(Compared primary, Contrast contrast, double bound, KpiWords words) {
        DetectableEffect detectable =
                contrast.detectable(words.level(), words.plan().power());
        double point = words.point(primary);
        double factor = words.effect(primary).relative()
                ? detectable.usersFactor(point, bound)
                : detectable.usersFactorOfDifference(point, bound);
        return needed(contrast.users(), Math.max(factor, primary.enough()));
    }

    private static String needed(long users, double factor) {
        double all = Math.max(users + 1.0, users * factor);
        return all > MOST_USERS
                ? "no realistic number of users"
                : "about " + Amounts.count(Math.round(all)) + " users in both arms ("
                        + Amounts.count(Math.round(all) - users) + " more)";
    }

    private static double square(double x) {
        return x * x;
    }
}
