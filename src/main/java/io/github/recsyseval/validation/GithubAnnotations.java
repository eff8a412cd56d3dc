package io.github.recsyseval.validation;

import io.github.recsyseval.text.PrintableText;
import io.github.recsyseval.validation.ValidationReport.ExampleRow;
import io.github.recsyseval.validation.ValidationReport.FindingRow;
import io.github.recsyseval.validation.ValidationReport.MessageRow;
import io.github.recsyseval.validation.ValidationReport.PlaceRow;
import io.github.recsyseval.validation.ValidationReport.ViolationRow;
import io.github.recsyseval.validation.ValidationReport.WhenRow;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The report as workflow commands of GitHub Actions, which become annotations at the lines of files. GitHub shows ten of each
 * level for a step, so every level spends its ten on different defects first and says in the last one what was left out.
 */
public final class GithubAnnotations {
    /** As documented for GitHub Actions: 10 error, 10 warning and 10 notice annotations for each step. */
    private static final int LIMIT = 10;

    private static final int LONGEST = 500;

    private record Annotation(String title, String message, PlaceRow place) {}

    private GithubAnnotations() {}

    public static String of(ValidationReport report) {
        List<Annotation> errors = new ArrayList<>();
        List<Annotation> warnings = new ArrayList<>();
        List<Annotation> notices = new ArrayList<>();
        PlaceRow nowhere = new PlaceRow("", 0);
        report.reasons().forEach(reason -> errors.add(new Annotation("recsys-eval validate", reason, nowhere)));
        boolean tolerated = report.verdict().equals("tolerated");
        List<Annotation> violations = violations(report);
        (tolerated ? warnings : errors).addAll(violations);
        for (FindingRow finding : report.findings()) {
            List<Annotation> level = switch (finding.severity()) {
                case "fail" -> errors;
                case "warn" -> warnings;
                default -> notices;
            };
            level.add(finding(finding));
        }
        if (report.verdict().equals("empty")) {
            warnings.add(new Annotation("recsys-eval validate", "no records", nowhere));
        }
        StringBuilder out = new StringBuilder();
        append(out, "error", errors);
        append(out, "warning", warnings);
        append(out, "notice", notices);
        return out.toString();
    }

    /** One for each defect at its first place, then further examples while there is room. */
    private static List<Annotation> violations(ValidationReport report) {
        List<Annotation> all = new ArrayList<>();
        Set<PlaceRow> told = new HashSet<>();
        for (ViolationRow violation : report.violations()) {
            for (MessageRow message : violation.messages()) {
                String counted = message.message() + " (" + Words.records(message.count())
                        + when(message.when(), message.count()) + ")";
                all.add(new Annotation(title(report, violation), at(message.pointer()) + counted, message.first()));
                told.add(message.first());
            }
        }
        for (ViolationRow violation : report.violations()) {
            for (ExampleRow example : violation.examples()) {
                PlaceRow place = new PlaceRow(example.file(), example.line());
                if (all.size() < LIMIT - 1 && told.add(place)) {
                    all.add(new Annotation(title(report, violation), at(example.pointer()) + example.message(), place));
                }
            }
        }
        return all;
    }

    private static String when(@Nullable WhenRow when, long count) {
        return when == null ? "" : "; " + Words.when(when, count);
    }

    private static String at(String pointer) {
        return pointer.isEmpty() ? "" : pointer + " ";
    }

    private static String title(ValidationReport report, ViolationRow violation) {
        return report.schema() + ": " + violation.keyword();
    }

    private static Annotation finding(FindingRow finding) {
        String message = Words.records(finding.count()) + " (" + Words.percent(finding.share())
                + when(finding.when(), finding.count()) + "): "
                + finding.message() + "; fix: " + finding.fix();
        return new Annotation(finding.code() + " " + finding.title(), message, finding.first());
    }

    private static void append(StringBuilder out, String level, List<Annotation> annotations) {
        int shown = annotations.size() > LIMIT ? LIMIT - 1 : annotations.size();
        for (Annotation annotation : annotations.subList(0, shown)) {
            out.append("::").append(level).append(' ');
            PlaceRow place = annotation.place;
            boolean exact = isExact(place.file());
            if (place.line() > 0 && exact) {
                out.append("file=").append(property(place.file()));
                out.append(",line=").append(place.line()).append(',');
            }
            out.append("title=").append(property(annotation.title));
            out.append("::").append(data(annotation.message));
            if (place.line() > 0 && !exact) {
                out.append(" at ").append(data(place.file())).append(':').append(place.line());
            }
            out.append('\n');
        }
        if (shown < annotations.size()) {
            out.append(String.format(
                    Locale.ROOT,
                    "::%s title=recsys-eval validate::%d more are not shown here\n",
                    level,
                    annotations.size() - shown));
        }
    }

    /** Whether a name is printed as it is, so that an annotation with it stands at a file that there is. */
    private static boolean isExact(String file) {
        return PrintableText.text(file, LONGEST).equals(file);
    }

    /** A message: what would end the command or start another is written as its code. */
    static String data(String text) {
        return PrintableText.text(text, LONGEST)
                .replace("%", "%25")
                .replace("\r", "%0D")
                .replace("\n", "%0A");
    }

    /** The value of a property, in which colons and commas have a meaning too. */
    static String property(String text) {
        return data(text).replace(":", "%3A").replace(",", "%2C");
    }
}
