package io.github.recsyseval.experiment;

import io.github.recsyseval.experiment.GuardrailChanges.Change;
import io.github.recsyseval.experiment.GuardrailFigures.Figure;
import io.github.recsyseval.metric.kpi.RequestRates;
import io.github.recsyseval.report.GuardrailTestRow;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Tests guardrails one-sided at alpha, each for itself: all have to hold, so none needs a correction (intersection-union test, Berger
 * 1982). A change holds when its upper bound is within the limit, is broken when its lower bound is beyond, and is undecided in
 * between. A limit on the value itself holds when the value is within, as in every report, and is broken when the lower bound is beyond.
 * What is broken only with the heavy users is doubtful: bounds by user do not see how few they are.
 */
final class GuardrailTests {
    private final ArmSums control;
    private final ArmSums candidate;
    private final Supplier<WithoutHeavyUsers> withoutHeavy;
    private final Horizon horizon;
    private final GuardrailFigures figures;
    private final GuardrailChanges changes;
    private final double alpha;
    private final boolean errorLogged;
    private final ExperimentAnalysis.Trust trust;
    private final EvenLogging logging;

    /**
     * Tests of one arm.
     *
     * @param withoutHeavy asked only where a guardrail would be broken
     * @param errorLogged whether any exposure says if its request failed
     */
    GuardrailTests(
            ArmSums control,
            ArmSums candidate,
            Supplier<WithoutHeavyUsers> withoutHeavy,
            Horizon horizon,
            double alpha,
            boolean errorLogged,
            ExperimentAnalysis.Trust trust,
            EvenLogging logging) {
        this.logging = logging;
        this.control = control;
        this.candidate = candidate;
        this.withoutHeavy = withoutHeavy;
        this.horizon = horizon;
        figures = new GuardrailFigures(horizon, alpha, control.users() + candidate.users());
        changes = new GuardrailChanges(control, candidate, horizon, alpha);
        this.alpha = alpha;
        this.errorLogged = errorLogged;
        this.trust = trust;
    }

    /** The rules of the user, then the default ones that these do not replace. */
    List<GuardrailTestRow> rows(ExperimentPlan plan) {
        List<GuardrailTestRow> rows = new ArrayList<>();
        List<GuardrailRule> replacing = new ArrayList<>();
        for (GuardrailRule rule : plan.guardrails()) {
            GuardrailTestRow row = row(rule);
            rows.add(row);
            // A limit that the control is beyond says nothing about a change for the worse.
            if (!GuardrailStep.isBrokenByControl(row)) {
                replacing.add(rule);
            }
        }
        if (plan.defaultGuardrails()) {
            GuardrailRule.DEFAULTS.stream()
                    .filter(rule -> replacing.stream().noneMatch(own -> own.replaces(rule)))
                    .map(this::row)
                    .forEach(rows::add);
        }
        return rows;
    }

    private GuardrailTestRow row(GuardrailRule rule) {
        Figure ofControl = figures.of(rule, control);
        Figure ofCandidate = figures.of(rule, candidate);
        String spoiled = trust.spoiled().get(ofCandidate.unit());
        if (spoiled != null) {
            return row(rule, ofControl, ofCandidate, null, "untrusted", spoiled);
        }
        String uneven = trust.noInference() == null ? logging.whyNot(rule) : null;
        if (uneven != null) {
            return row(rule, ofControl, ofCandidate, null, "untrusted", uneven);
        }
        String missing = missing(rule, ofControl, ofCandidate);
        if (missing != null) {
            return row(rule, ofControl, ofCandidate, null, "unknown", missing);
        }
        Change change = changes.of(rule, ofControl, ofCandidate);
        if (change == null) {
            return row(rule, ofControl, ofCandidate, null, "unknown", noChange(rule, ofControl));
        }
        double limit = rule.rule().comparesWithControl ? rule.limit() : rule.rule().sign * rule.limit();
        boolean within = (rule.rule().comparesWithControl ? change.upper() : change.value()) <= limit;
        boolean broken = !within && change.lower() > limit;
        String doubt = broken ? doubt(rule, change, limit) : null;
        String verdict = within ? "holds" : doubt != null ? "doubtful" : broken ? "broken" : "undecided";
        return row(rule, ofControl, ofCandidate, change, verdict, doubt == null ? "" : doubt);
    }

    /**
     * Why a broken guardrail may be the work of a few heavy users, as the rest of a sentence; null where it is broken without them too, or
     * half of the change is left (of what is beyond the limit, if that is on the value itself).
     */
    private @Nullable String doubt(GuardrailRule rule, Change all, double limit) {
        WithoutHeavyUsers light = withoutHeavy.get();
        if (light.leavesNobodyOut()) {
            return null;
        }
        Figure ofControl = figures.of(rule, light.control());
        Figure ofCandidate = figures.of(rule, light.candidate());
        Change rest = new GuardrailChanges(light.control(), light.candidate(), horizon, alpha)
                .of(rule, ofControl, ofCandidate);
        double harmless = rule.rule().comparesWithControl ? 0 : limit;
        boolean stands =
                rest != null && (rest.lower() > limit || rest.value() - harmless >= (all.value() - harmless) / 2);
        return stands
                ? null
                : light.who() + "; without them: " + GuardrailWords.values(ofControl, ofCandidate)
                        + WithoutHeavyUsers.remedy();
    }

    private @Nullable String missing(GuardrailRule rule, Figure ofControl, Figure ofCandidate) {
        if (trust.noInference() != null) {
            return trust.noInference();
        }
        if (rule.rate() == null && (Double.isNaN(ofControl.value()) || Double.isNaN(ofCandidate.value()))) {
            return "an arm logs no latency_ms";
        }
        if (rule.rate() == RequestRates.ERROR_RATE && !errorLogged) {
            return "no exposure logs error";
        }
        if (!Double.isFinite(ofCandidate.value())
                || rule.rule().comparesWithControl && !Double.isFinite(ofControl.value())) {
            return "an arm has no exposures";
        }
        return ofCandidate
                .bounds()
                .whyNot()
                .or(() -> rule.rule().comparesWithControl ? ofControl.bounds().whyNot() : Optional.empty())
                .filter(reason -> !exactlyAlike(rule, ofControl, ofCandidate))
                .orElse(null);
    }

    private String noChange(GuardrailRule rule, Figure ofControl) {
        return rule.rule().relative
                ? NoLift.words("the control", ofControl.unit(), ofControl.value(), 1 - 2 * alpha) + "; "
                        + rule.rule().ofTheDifference().words() + "=VALUE limits the difference instead"
                : ofControl.bounds().whyNot().orElse("the arms do not vary");
    }

    /** Arms in which nothing ever varies, as where no list is ever empty and too few users came, still have their values. */
    private static boolean exactlyAlike(GuardrailRule rule, Figure ofControl, Figure ofCandidate) {
        return !rule.rule().comparesWithControl || ofControl.value() == ofCandidate.value() && ofControl.value() == 0;
    }

    private static GuardrailTestRow row(
            GuardrailRule rule,
            Figure ofControl,
            Figure ofCandidate,
            @Nullable Change change,
            String verdict,
            String why) {
        boolean valueRule = !rule.rule().comparesWithControl;
        int back = valueRule ? rule.rule().sign : 1;
        GuardrailTestRow row = new GuardrailTestRow(
                rule.text(),
                rule.metric(),
                ofCandidate.unit(),
                rule.rule().words(),
                rule.limit(),
                rule.rule().relative ? "lift" : ofCandidate.unit(),
                rule.isDefault() ? "default" : "user",
                Rows.finite(ofControl.value()),
                Rows.finite(ofCandidate.value()),
                change == null ? null : (Double) (back * change.value()),
                change == null ? null : Rows.finite(back > 0 ? change.lower() : -change.upper()),
                change == null ? null : Rows.finite(back > 0 ? change.upper() : -change.lower()),
                change == null ? null : change.pValue(),
                verdict,
                "");
        return GuardrailWords.withMessage(row, why);
    }
}
