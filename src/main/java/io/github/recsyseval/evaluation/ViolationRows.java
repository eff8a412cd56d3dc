package io.github.recsyseval.evaluation;

import io.github.recsyseval.engine.InputAccount;
import io.github.recsyseval.engine.JoinRun;
import io.github.recsyseval.event.Contract;
import io.github.recsyseval.report.ViolationRow;
import io.github.recsyseval.source.Place;
import io.github.recsyseval.source.ViolationGroups;
import java.util.ArrayList;
import java.util.List;

/** What the schemas have against lines of the inputs, defect by defect. */
final class ViolationRows {
    private ViolationRows() {}

    static List<ViolationRow> of(JoinRun run) {
        List<ViolationRow> rows = new ArrayList<>();
        rows.addAll(of(Contract.EXPOSURE, run.exposures()));
        rows.addAll(of(Contract.OUTCOME, run.outcomes()));
        rows.addAll(of(Contract.ASSIGNMENT, run.assignments()));
        return rows;
    }

    private static List<ViolationRow> of(Contract contract, InputAccount account) {
        return account.ledger().violations().groups().stream()
                .map(group -> violation(contract.plural(), group))
                .toList();
    }

    private static ViolationRow violation(String input, ViolationGroups.Group group) {
        return new ViolationRow(
                input,
                group.keyword(),
                group.schemaLocation(),
                group.records(),
                place(group.first()),
                place(group.last()),
                group.examples().stream()
                        .map(example -> new ViolationRow.ExampleRow(
                                example.place().file(), example.place().line(), example.pointer(), example.message()))
                        .toList());
    }

    private static ViolationRow.PlaceRow place(Place place) {
        return new ViolationRow.PlaceRow(place.file(), place.line());
    }
}
