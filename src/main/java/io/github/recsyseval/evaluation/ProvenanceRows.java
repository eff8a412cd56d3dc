package io.github.recsyseval.evaluation;

import io.github.recsyseval.engine.InputAccount;
import io.github.recsyseval.engine.JoinRun;
import io.github.recsyseval.event.Contract;
import io.github.recsyseval.report.Provenance;
import io.github.recsyseval.source.InputLedger;
import java.util.ArrayList;
import java.util.List;

/** What was read, file by file. */
final class ProvenanceRows {
    private ProvenanceRows() {}

    static Provenance of(EvaluationPlan plan, JoinRun run) {
        List<Provenance.InputRow> rows = new ArrayList<>();
        rows.add(row(Contract.EXPOSURE, run.exposures()));
        rows.add(row(Contract.OUTCOME, run.outcomes()));
        if (!run.assignments().ledger().inputs().isEmpty()) {
            rows.add(row(Contract.ASSIGNMENT, run.assignments()));
        }
        return new Provenance(plan.options(), rows);
    }

    private static Provenance.InputRow row(Contract contract, InputAccount account) {
        InputLedger ledger = account.ledger();
        return new Provenance.InputRow(
                contract.plural(),
                account.digests().stream()
                        .map(file -> new Provenance.FileRow(file.name(), file.bytes(), file.xxh128(), file.sha256()))
                        .toList(),
                ledger.lines(),
                ledger.blank(),
                ledger.valid(),
                ledger.invalid(),
                ledger.inputs().skipped(),
                account.mapping() == null ? null : account.mapping().row());
    }

    /** What was noticed while reading. */
    static List<String> notes(JoinRun run) {
        List<String> notes = new ArrayList<>();
        notes.addAll(run.exposures().ledger().notes());
        notes.addAll(run.outcomes().ledger().notes());
        notes.addAll(run.assignments().ledger().notes());
        return notes;
    }
}
