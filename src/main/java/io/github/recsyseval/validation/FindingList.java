package io.github.recsyseval.validation;

import io.github.recsyseval.text.WordWrap;
import io.github.recsyseval.validation.ValidationReport.FindingRow;
import io.github.recsyseval.validation.ValidationReport.FormRow;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What is odd about valid records, and below what to do about it, once for each code. */
final class FindingList {
    private final ValidationReport report;
    private final Sightings sightings;
    private final List<String> lines = new ArrayList<>();

    FindingList(ValidationReport report, Sightings sightings) {
        this.report = report;
        this.sightings = sightings;
    }

    /** The lines; none where nothing is odd. */
    List<String> lines() {
        if (report.findings().isEmpty()) {
            return lines;
        }
        lines.add("");
        lines.add("  also worth a look (not invalid)");
        int count = 0;
        for (FindingRow finding : report.findings()) {
            count = Math.max(count, Words.count(finding.count()).length());
        }
        for (FindingRow finding : report.findings()) {
            String lead =
                    String.format(Locale.ROOT, "  %" + count + "s  %s  ", Words.count(finding.count()), finding.code());
            String text = finding.message() + " (" + Words.percent(finding.share()) + ")" + details(finding);
            String sighting = sightings.of(finding.first(), finding.when(), finding.count());
            List<String> told = Sightings.behind(text, sighting, WordWrap.TERMINAL - lead.length());
            lines.add(lead + told.get(0));
            told.subList(1, told.size()).forEach(line -> lines.add(" ".repeat(lead.length()) + line));
        }
        fixes();
        return lines;
    }

    private static String details(FindingRow finding) {
        if (finding.shape() != null) {
            return ", of the form " + finding.shape();
        }
        List<String> forms = finding.forms().stream().map(FindingList::form).toList();
        return forms.isEmpty() ? "" : ": " + String.join(", ", forms);
    }

    private static String form(FormRow form) {
        return Words.count(form.count()) + " " + form.form();
    }

    private void fixes() {
        List<String> told = new ArrayList<>();
        lines.add("");
        for (FindingRow finding : report.findings()) {
            if (!told.contains(finding.code())) {
                told.add(finding.code());
                fix("  fix " + finding.code() + "  ", finding.fix());
            }
        }
    }

    private void fix(String lead, String text) {
        lines.addAll(WordWrap.paragraph(lead, " ".repeat(lead.length()), List.of(text.split(" ", -1))));
    }
}
