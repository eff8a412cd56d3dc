package io.github.recsyseval.cli;

import io.github.recsyseval.engine.JoinRun;
import io.github.recsyseval.reference.FileKeys;
import io.github.recsyseval.reference.ModeRun;
import io.github.recsyseval.reference.RunAaCheck;
import io.github.recsyseval.reference.RunDecision;
import io.github.recsyseval.reference.RunReport;
import io.github.recsyseval.report.Report;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How a run ends: what failed and what was decided, on standard error and as the Go tool's exit code. */
final class RunVerdict {
    /** Whatever is neither good nor a decision. */
    static final int FAILED = 1;

    private final RecsysEval parent;
    private final boolean strict;

    /** @param strict whether data that is not trusted fails */
    RunVerdict(RecsysEval parent, boolean strict) {
        this.parent = parent;
        this.strict = strict;
    }

    int exitCode(ModeRun.Result result, Report report, JoinRun run) {
        List<String> failed = new ArrayList<>(run.failures());
        List<RunReport.GateResult> gates = result.report().gates();
        if (gates != null) {
            gates.stream()
                    .filter(gate -> !gate.passed())
                    .map(gate -> "gate on " + gate.metric() + " failed: " + gate.reason())
                    .forEach(failed::add);
        }
        RunAaCheck check = result.report().aaCheck();
        if (check != null && !check.uniformish()) {
            failed.add("aa-check: the tests of " + String.join(", ", check.off()) + " cannot be relied on");
        }
        failed.addAll(FileKeys.in(new Answer(report, strict).failedLimits()));
        List<String> warnings = result.report().warnings();
        if (warnings != null) {
            warnings.forEach(warning -> parent.warn("warning: " + warning));
        }
        failed.forEach(parent::complain);
        return failed.isEmpty() ? decided(result.decision()) : FAILED;
    }

    private int decided(@Nullable RunDecision decision) {
        if (decision == null || decision.decision().equals("ship")) {
            return ExitCode.OK;
        }
        parent.complain(decision.decision() + ": " + decision.reason());
        return decision.decision().equals("hold") ? ExitCode.HOLD : ExitCode.ROLL_BACK;
    }
}
