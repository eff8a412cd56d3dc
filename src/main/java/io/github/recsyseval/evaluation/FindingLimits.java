package io.github.recsyseval.evaluation;

import io.github.recsyseval.diagnosis.Diagnosis;
import io.github.recsyseval.diagnosis.Evidence;
import io.github.recsyseval.diagnosis.Finding;
import io.github.recsyseval.finding.FindingCode;
import io.github.recsyseval.report.LimitRow;
import java.util.List;
import java.util.Optional;

/** The findings that the user does not tolerate ({@code --fail-on}), as limits. A fault that these logs cannot show fails, too. */
final class FindingLimits {
    private FindingLimits() {}

    static List<LimitRow> rows(List<FindingCode> failOn, List<Finding> findings, Evidence evidence) {
        Optional<String> blind =
                evidence.tally().evaluated() > 0 ? Optional.empty() : Optional.of("there is no exposure to evaluate");
        return failOn.stream()
                .map(code -> row(code, findings, blind.or(() -> Diagnosis.blindTo(code, evidence))))
                .toList();
    }

    private static LimitRow row(FindingCode code, List<Finding> findings, Optional<String> blind) {
        Optional<Finding> found =
                findings.stream().filter(finding -> finding.code() == code).findFirst();
        String message = found.map(FindingRows::because)
                .or(() -> blind.map(reason -> code + " " + code.title() + " cannot be evaluated: " + reason))
                .orElse("");
        return new LimitRow(
                "finding_" + code,
                "at_most",
                "share",
                0,
                found.map(Finding::share).orElse(blind.isEmpty() ? 0.0 : null),
                null,
                null,
                LimitOrigin.USER.setBy,
                LimitOrigin.USER.decides,
                message.isEmpty() ? "pass" : "fail",
                message);
    }
}
