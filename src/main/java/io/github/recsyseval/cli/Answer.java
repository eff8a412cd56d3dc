package io.github.recsyseval.cli;

import io.github.recsyseval.report.GateRow;
import io.github.recsyseval.report.LimitRow;
import io.github.recsyseval.report.Report;
import io.github.recsyseval.text.Counted;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.ToIntFunction;

/** What a report means for whoever called: sentences about all that failed, and the exit code of the worst of it. */
final class Answer {
    private final Report report;
    private final boolean strict;

    /** @param strict whether default limits decide the exit code too */
    Answer(Report report, boolean strict) {
        this.report = report;
        this.strict = strict;
    }

    /**
     * The exit code.
     *
     * @param failures one sentence for each input that could not be read to its end
     * @param complain takes every sentence
     * @param outcome the exit code that the report's own answer asks for
     */
    int exitCode(List<String> failures, Consumer<String> complain, ToIntFunction<Report> outcome) {
        failures.forEach(complain);
        List<GateRow> gates = report.gates().stream().filter(GateRow::failed).toList();
        Map<String, List<String>> failed = new LinkedHashMap<>();
        gates.forEach(gate -> failed.computeIfAbsent(String.valueOf(gate.reason()), reason -> new ArrayList<>())
                .add("\"" + gate.gate() + "\""));
        failed.forEach((reason, names) -> complain.accept(
                Counted.words(names.size(), "gate ", "gates ") + String.join(", ", names) + " failed: " + reason));
        if (!failures.isEmpty()) { // which default limits fail on what was read of them is no news
            messages(LimitRow::failedItsUser).forEach(complain);
            return ExitCode.INPUT;
        }
        List<String> limits = failedLimits();
        limits.forEach(complain);
        int own = outcome.applyAsInt(report);
        if (!limits.isEmpty()) {
            return ExitCode.LIMIT_FAILED;
        }
        return gates.isEmpty() ? own : ExitCode.GATE_FAILED;
    }

    /** A sentence for each limit that makes the run fail. */
    List<String> failedLimits() {
        List<String> failed = messages(limit -> limit.failed() && limit.decidesExitCode());
        if (strict) {
            failed.addAll(report.summary().untrustedBecause());
        }
        return failed;
    }

    private List<String> messages(Predicate<LimitRow> which) {
        List<String> messages = new ArrayList<>();
        report.limits().stream().filter(which).map(LimitRow::message).forEach(messages::add);
        return messages;
    }
}
