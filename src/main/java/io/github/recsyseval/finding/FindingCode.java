package io.github.recsyseval.finding;

import static io.github.recsyseval.finding.Affects.NUMBERS;
import static io.github.recsyseval.finding.Affects.OPERATIONS;
import static io.github.recsyseval.finding.Affects.PRIVACY;

import io.github.recsyseval.text.DidYouMean;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The defects that logs have although every record may be well formed. Codes are stable: they appear in reports, in
 * {@code --rule} options and in the documentation, and none is ever used again for something else.
 *
 * <p>A threshold is a share of the records looked at; a finding at or above it has that severity. {@link #NEVER} is a share that
 * none reaches.
 */
public enum FindingCode {
    J01(
            "id-twice",
            0.02,
            0.05,
            NUMBERS,
            "request ids are created twice, for the list and again for its outcomes",
            "create the id once, with the list, and pass it through rendering to every outcome"),
    J02(
            "id-format",
            0.001,
            0.05,
            NUMBERS,
            "request ids of exposures and outcomes differ only in form",
            "use one form of the id everywhere, and create it once"),
    J03(
            "out-no-rid",
            0.002,
            0.02,
            NUMBERS,
            "outcomes carry no usable request_id",
            "pass the request_id to every outcome; reject outcomes without one at ingestion"),
    J04(
            "rid-reused",
            0.001,
            0.01,
            NUMBERS,
            "request_id is used more than once",
            "give every list a new id; make sure that records delivered twice are identical"),
    J05(
            "rid-per-list",
            0.005,
            0.05,
            NUMBERS,
            "one list is logged under several request ids",
            "keep the id with the list, so that rendering it again does not create a new one"),
    J06(
            "not-rendered",
            0.01,
            FindingCode.NEVER,
            NUMBERS,
            "some logged lists were probably never rendered",
            "log lists when they are rendered, or log served and rendered separately"),
    J07(
            "user-mismatch",
            0.005,
            0.05,
            NUMBERS,
            "user_id differs between exposure and outcome",
            "use the same salt and the same id on both sides"),
    J08(
            "uid-is-rid",
            0.01,
            0.20,
            NUMBERS,
            "user_id equals request_id: users cannot be told apart, and there are no statistics by user",
            "log a stable pseudonymous id of the user"),
    J09(
            "item-not-shown",
            0.01,
            0.10,
            NUMBERS,
            "outcomes name items that were not in their list",
            "clear the request id on navigation; use the same item ids on both sides"),
    J10(
            "clock",
            0.001,
            0.01,
            NUMBERS,
            "impossible timestamps",
            "take ts from one clock, as RFC 3339 with an offset; log the receiving time too"),
    J11(
            "latency-mixed",
            0.05,
            FindingCode.NEVER,
            NUMBERS,
            "latency is measured in different units or places, or not at all",
            "measure latency in one place, in milliseconds"),
    J12(
            "pii",
            0,
            FindingCode.NEVER,
            PRIVACY,
            "personal data in the log",
            "log a keyed hash (HMAC-SHA256 with a secret salt) instead, and purge what was written"),
    J13(
            "value",
            0.01,
            FindingCode.NEVER,
            NUMBERS,
            "conversions with missing or doubtful values",
            "log the true value of every conversion, or do not decide by values"),
    J14(
            "unit",
            0.05,
            FindingCode.NEVER,
            NUMBERS,
            "values look as if they were in different currencies or units",
            "log minor units with their currency"),
    J15(
            "ranks",
            0.001,
            0.01,
            NUMBERS,
            "ranks are not 1, 2, 3 and so on",
            "log ranks from 1 without gaps; on later pages, continue the ranks of the page before"),
    J16(
            "dup-item",
            0.001,
            0.01,
            NUMBERS,
            "an item occurs twice in one list",
            "remove repeated items before rendering; ranking metrics use the best position"),
    J17(
            "slice",
            0.01,
            0.20,
            NUMBERS,
            "context keys to slice by are missing, or their values look like ids",
            "set context.tenant_id and context.surface in every exposure, to one of a few values"),
    J18(
            "empty",
            0.002,
            0.02,
            NUMBERS,
            "lists are empty, and no error is logged",
            "if a request fails, set error: true and log the fallback that was shown"),
    J19(
            "bots",
            0.01,
            FindingCode.NEVER,
            NUMBERS,
            "a few users click implausibly often",
            "filter robots, or exclude these users (--exclude-users)"),
    J20(
            "dup-outcome",
            0.005,
            0.05,
            NUMBERS,
            "outcomes are logged more than once",
            "send an idempotency key with every outcome; --outcome-dedupe removes repetitions"),
    J21(
            "edge",
            FindingCode.NEVER,
            FindingCode.NEVER,
            OPERATIONS,
            "outcomes at the edge of the log miss their exposures",
            "export exposures from an earlier start"),
    J22(
            "lost",
            0.02,
            0.05,
            NUMBERS,
            "records are missing from one of the logs",
            "export the missing records again; if only a sample of exposures is logged, log the outcomes of that sample only"),
    J23(
            "diff-loss",
            0,
            0,
            NUMBERS,
            "variants lose records at different rates",
            "treat it like a sample ratio mismatch: find the loss before reading the result"),
    J24(
            "propensity",
            0,
            0.01,
            NUMBERS,
            "propensities are not probabilities",
            "log the probability at the moment of the decision: above 0, at most 1"),
    J25(
            "dup-key",
            0.001,
            0.01,
            OPERATIONS,
            "a JSON key occurs twice in one object; the last occurrence counts",
            "write every key once; parsers differ in which occurrence they use"),
    J26(
            "shared-id",
            0.10,
            0.50,
            NUMBERS,
            "one user_id stands for many people, or for a machine, and counts as one person",
            "log an id for each visitor or session, or exclude this one (--exclude-users)"),
    J27(
            "only-clicked",
            0.98,
            FindingCode.NEVER,
            NUMBERS,
            "nearly every list has an outcome: lists without any are not logged, or impressions are logged as outcomes",
            "log every list shown, and only user actions as outcomes; until then, CTR and other shares of exposures are meaningless"),
    J28(
            "first-item",
            0.98,
            FindingCode.NEVER,
            NUMBERS,
            "nearly all outcomes are on the first item of their list",
            "log the item that was clicked, not the first of the list; if the first item starts automatically, or is the only visible one,"
                    + " CTR by rank and ranking metrics say nothing about the others");

    /** A threshold that no share reaches. */
    public static final double NEVER = 2;

    private final String title;
    private final double warnFrom;
    private final double failFrom;
    private final Affects affects;
    private final String sentence;
    private final String fix;

    FindingCode(String title, double warnFrom, double failFrom, Affects affects, String sentence, String fix) {
        this.title = title;
        this.warnFrom = warnFrom;
        this.failFrom = failFrom;
        this.affects = affects;
        this.sentence = sentence;
        this.fix = fix;
    }

    /** The code of a text such as {@code J15} or {@code ranks}, in any case. */
    public static Optional<FindingCode> named(String text) {
        return Arrays.stream(values())
                .filter(code -> code.name().equalsIgnoreCase(text) || code.title.equalsIgnoreCase(text))
                .findFirst();
    }

    /** What to say of a text that names none: what was probably meant, or which there are. */
    public static String unknown(String text) {
        String last = values()[values().length - 1].name();
        return "no finding \"" + text + "\""
                + meantBy(text).map(meant -> "; did you mean " + meant + "?").orElse("; there are J01 to " + last);
    }

    private static Optional<String> meantBy(String text) {
        List<String> titles = Arrays.stream(values()).map(FindingCode::title).toList();
        return DidYouMean.suggest(text.toLowerCase(Locale.ROOT), titles);
    }

    /** A short name in small letters, for example {@code rid-reused}. */
    public String title() {
        return title;
    }

    public Affects affects() {
        return affects;
    }

    /** What it is, as a clause without capital and full stop. */
    public String sentence() {
        return sentence;
    }

    /** What to do about it, likewise. */
    public String fix() {
        return fix;
    }

    /**
     * The severity of {@code count} records among {@code of}.
     *
     * @param count above 0
     */
    public Severity severity(long count, long of) {
        double share = of == 0 ? 1 : (double) count / of;
        if (share >= failFrom) {
            return Severity.FAIL;
        }
        return share >= warnFrom ? Severity.WARN : Severity.INFO;
    }
}
