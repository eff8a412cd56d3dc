package io.github.recsyseval.cli;

import io.github.recsyseval.engine.InputAccount;
import io.github.recsyseval.engine.JoinRun;
import io.github.recsyseval.slice.Breakdown;
import io.github.recsyseval.slice.ContextNumber;
import io.github.recsyseval.slice.SliceTable;
import io.github.recsyseval.text.PrintableText;
import java.util.List;

/** Fields that options and maps name must be somewhere in the logs, which only shows after reading them. */
final class LoggedFields {
    private LoggedFields() {}

    /** @throws UsageException naming the first field that no record has */
    static void require(JoinRun run) {
        requireMapped(run);
        requireContextKeys(run);
    }

    private static void requireMapped(JoinRun run) {
        for (InputAccount account : List.of(run.outcomes(), run.assignments(), run.exposures())) {
            if (account.mapping() != null) {
                account.mapping().neverSeen().ifPresent(complaint -> {
                    throw new UsageException(complaint);
                });
            }
        }
    }

    /** A key that nobody logs is a typing error, as is an unknown option; only the logs can tell. */
    private static void requireContextKeys(JoinRun run) {
        if (run.exposures().ledger().valid() > 0 && !run.filterKeysNeverMet().isEmpty()) {
            throw new UsageException("--where: no exposure has the context key \""
                    + PrintableText.name(run.filterKeysNeverMet().get(0)) + "\"");
        }
        if (run.tally().evaluated() == 0) {
            return;
        }
        for (ContextNumber covariate : run.columns().covariates()) {
            if (!covariate.numberMet()) {
                throw new UsageException("--cuped-covariate: "
                        + (covariate.keyMet() ? "no value of the context key \"" : "no exposure has the context key \"")
                        + PrintableText.name(covariate.key()) + (covariate.keyMet() ? "\" is a number" : "\""));
            }
        }
        for (SliceTable table : run.slices()) {
            for (String key : table.keysNeverMet()) {
                Breakdown breakdown = table.breakdown();
                throw new UsageException(
                        "--slice " + breakdown.name() + ": no exposure has the context key \"" + key + "\"");
            }
        }
    }
}
