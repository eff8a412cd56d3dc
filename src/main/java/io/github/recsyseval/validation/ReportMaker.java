package io.github.recsyseval.validation;

import io.github.recsyseval.finding.FindingCode;
import io.github.recsyseval.finding.Rule;
import io.github.recsyseval.finding.Severity;
import io.github.recsyseval.source.InputLedger;
import io.github.recsyseval.source.LogFile;
import io.github.recsyseval.source.Place;
import io.github.recsyseval.source.Position;
import io.github.recsyseval.source.ViolationGroups;
import io.github.recsyseval.validation.ValidationReport.ExampleRow;
import io.github.recsyseval.validation.ValidationReport.FindingRow;
import io.github.recsyseval.validation.ValidationReport.FormRow;
import io.github.recsyseval.validation.ValidationReport.MessageRow;
import io.github.recsyseval.validation.ValidationReport.PlaceRow;
import io.github.recsyseval.validation.ValidationReport.RunRow;
import io.github.recsyseval.validation.ValidationReport.ViolationRow;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Turns what a run found out into a report, and decides the verdict. */
public final class ReportMaker {
    private static final int INVALID_RECORDS = 6;
    private static final int INPUT = 66;

    private final ValidationRun run;
    private final InputLedger ledger;
    private final ValidationPlan plan;
    private final Occurrence occurrence;

    private ReportMaker(ValidationRun run) {
        this.run = run;
        ledger = run.ledger();
        plan = run.plan();
        occurrence = new Occurrence(run.times());
    }

    /** The report of a run. */
    public static ValidationReport report(ValidationRun run, RunRow info) {
        return new ReportMaker(run).report(info);
    }

    private ValidationReport report(RunRow info) {
        List<FindingRow> findings = findings();
        List<String> reasons = reasons(findings);
        return new ValidationReport(
                "validation.v1",
                plan.schema().name(),
                verdict(),
                exitCode(reasons),
                reasons,
                ledger.records(),
                ledger.valid(),
                ledger.invalid(),
                ledger.invalidRate(),
                plan.maxInvalidRate(),
                ledger.lines(),
                ledger.blank(),
                ledger.partialTails(),
                run.mapping() == null ? null : run.mapping().row(),
                plan.inputs().files().stream().map(LogFile::name).toList(),
                plan.inputs().skipped(),
                run.failures(),
                notes(),
                ledger.violations().groups().stream().map(this::violation).toList(),
                findings,
                info);
    }

    private String verdict() {
        if (!run.failures().isEmpty()) {
            return "incomplete";
        }
        if (ledger.records() == 0) {
            return "empty";
        }
        if (ledger.invalid() == 0) {
            return "valid";
        }
        return isTolerated() ? "tolerated" : "invalid";
    }

    private boolean isTolerated() {
        return ledger.invalidRate() <= plan.maxInvalidRate();
    }

    private int exitCode(List<String> reasons) {
        if (!run.failures().isEmpty()) {
            return INPUT;
        }
        return reasons.isEmpty() ? 0 : INVALID_RECORDS;
    }

    private List<String> reasons(List<FindingRow> findings) {
        List<String> reasons = new ArrayList<>(run.failures());
        if (!isTolerated()) {
            String limit = plan.maxInvalidRate() == 0
                    ? ""
                    : ", more than the " + Words.percent(plan.maxInvalidRate()) + " of --max-invalid-rate";
            reasons.add(Words.count(ledger.invalid()) + " of " + Words.records(ledger.records()) + " ("
                    + Words.percent(ledger.invalidRate()) + ") do not match "
                    + plan.schema().name() + limit);
        }
        if (plan.requireRecords() && ledger.records() == 0) {
            reasons.add("there is no record, and --require-records asks for one");
        }
        for (FindingRow finding : findings) {
            if (finding.severity().equals(Severity.FAIL.word())) {
                String option = finding.kind() == null ? "--rule " + finding.code() + "=fail" : "--pii fail";
                reasons.add(finding.code() + " in " + Words.records(finding.count()) + ": " + finding.message() + " ("
                        + option + ")");
            }
        }
        return List.copyOf(reasons);
    }

    private List<String> notes() {
        List<String> notes = new ArrayList<>(ledger.notes());
        if (run.notCopied() > 0) {
            notes.add(Words.records(run.notCopied()) + " over --max-line-bytes could not be copied to the rejects");
        }
        return List.copyOf(notes);
    }

    private ViolationRow violation(ViolationGroups.Group group) {
        List<MessageRow> messages = group.messages().stream()
                .map(m ->
                        new MessageRow(m.pointer(), m.text(), m.records(), place(m.first()), occurrence.of(m.times())))
                .toList();
        List<ExampleRow> examples = group.examples().stream()
                .map(e -> new ExampleRow(e.place().file(), e.place().line(), e.pointer(), e.message()))
                .toList();
        return new ViolationRow(
                group.keyword(),
                group.schemaLocation(),
                group.records(),
                place(group.first()),
                place(group.last()),
                occurrence.of(group.times()),
                messages,
                examples);
    }

    private List<FindingRow> findings() {
        Map<FindingCode, List<FormRow>> forms = new EnumMap<>(FindingCode.class);
        Map<FindingCode, FindingTally.Entry> found =
                new EnumMap<>(run.findings().findings());
        Set<Observation> unused = plan.rules().isGiven(FindingCode.J17)
                ? Set.of()
                : run.findings().unusedKeys();
        if (!unused.isEmpty()) {
            found.remove(FindingCode.J17);
        }
        run.findings().observations().forEach((observation, entry) -> {
            if (!observation.words().isEmpty() && !unused.contains(observation)) {
                forms.computeIfAbsent(observation.code(), code -> new ArrayList<>())
                        .add(new FormRow(observation.words(), entry.records));
                found.putIfAbsent(observation.code(), entry); // the only form left of a finding
            }
        });
        List<FindingRow> rows = new ArrayList<>();
        found.forEach((code, entry) -> rows.add(finding(code, entry, forms.getOrDefault(code, List.of()))));
        rows.addAll(personalData());
        Comparator<FindingRow> order = Comparator.comparingInt(row -> -rank(row.severity()));
        rows.sort(order.thenComparing(row -> -row.share()));
        return List.copyOf(rows);
    }

    private static int rank(String severity) {
        for (Severity known : Severity.values()) {
            if (known.word().equals(severity)) {
                return known.ordinal();
            }
        }
        return 0;
    }

    private FindingRow finding(FindingCode code, FindingTally.Entry entry, List<FormRow> forms) {
        long of = run.findings().of(code);
        return new FindingRow(
                code.name(),
                code.title(),
                severity(plan.rules().of(code), code.severity(entry.records, of)),
                entry.records,
                of,
                share(entry.records, of),
                code.affects().word(),
                code.sentence(),
                List.copyOf(forms),
                place(entry.first),
                place(entry.last),
                occurrence.of(entry.times),
                code.fix(),
                null,
                null,
                null);
    }

    private List<FindingRow> personalData() {
        long of = run.findings().of(FindingCode.J12);
        return run.personalData().rows().stream()
                .map(row -> new FindingRow(
                        FindingCode.J12.name(),
                        FindingCode.J12.title(),
                        severity(plan.personalData(), FindingCode.J12.severity(row.records(), of)),
                        row.records(),
                        of,
                        share(row.records(), of),
                        FindingCode.J12.affects().word(),
                        row.kind().plural() + " in " + row.path(),
                        List.of(),
                        place(row.first()),
                        place(row.last()),
                        occurrence.of(row.times()),
                        FindingCode.J12.fix(),
                        row.path(),
                        row.kind().word(),
                        row.shape()))
                .toList();
    }

    /** Only a rule of the user makes a finding fail; the catalogue's thresholds tell a warning from a remark. */
    private static String severity(Rule rule, Severity byShare) {
        if (rule == Rule.FAIL) {
            return Severity.FAIL.word();
        }
        return byShare == Severity.INFO ? Severity.INFO.word() : Severity.WARN.word();
    }

    private static double share(long count, long of) {
        return of == 0 ? 0 : (double) count / of;
    }

    private PlaceRow place(long position) {
        return place(Position.place(position, plan.inputs()));
    }

    private static PlaceRow place(Place place) {
        return new PlaceRow(place.file(), place.line());
    }
}
