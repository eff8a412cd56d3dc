package io.github.recsyseval.experiment;

import io.github.recsyseval.engine.ExperimentColumns;
import io.github.recsyseval.engine.InputAccount;
import io.github.recsyseval.engine.JoinRun;
import io.github.recsyseval.engine.VariantColumns;
import io.github.recsyseval.slice.SliceTable;
import io.github.recsyseval.source.InputException;
import io.github.recsyseval.source.InputLedger;
import io.github.recsyseval.source.LogFile;
import io.github.recsyseval.source.ViolationGroups;
import io.github.recsyseval.text.Counted;
import io.github.recsyseval.text.PrintableText;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The arms of one experiment as the data names them. */
final class LoggedArms {
    String experiment = "(none)";
    /** Whether there is no exposure at all. */
    boolean nothing;
    /** The slice column that says which arm served a request. */
    int column;
    /** How many slice numbers that column has. */
    int size;
    /** The slice number of requests with contradicting variants; negative for none. */
    int contradicting = -1;
    /** The slice numbers of each variant. */
    final Map<String, List<Integer>> numbers = new TreeMap<>();

    private LoggedArms() {}

    /**
     * Finds the experiment that a plan means.
     *
     * @throws ExperimentException if there is none, or several
     */
    static LoggedArms in(ExperimentPlan plan, JoinRun run) {
        LoggedArms found = new LoggedArms();
        found.nothing = run.tally().evaluated() == 0;
        if (run.columns().contextArms().isEmpty()) {
            found.inAssignments(plan.experiment(), run);
        } else {
            found.inContext(plan.experiment(), run);
        }
        return found;
    }

    private void inAssignments(@Nullable String wanted, JoinRun run) {
        VariantColumns variants = run.columns().variants();
        if (run.assignments().ledger().valid() == 0 && !nothing) {
            throw new InputException(noAssignment(run.assignments()));
        }
        if (variants.tooMany()) {
            throw new ExperimentException("assignments name more than " + VariantColumns.MAX_EXPERIMENTS
                    + " experiments; give a file with those of one");
        }
        if (!choose(wanted, variants.experiments(), "the assignments")) {
            return;
        }
        int at = variants.experiments().indexOf(experiment);
        column = run.columns().variantColumn(at);
        size = variants.slices(at);
        contradicting = VariantColumns.SEVERAL;
        for (int i = 0; i < variants.variants(at).size(); i++) {
            add(variants.variants(at).get(i), VariantColumns.FIRST_VARIANT + i);
        }
    }

    /** Why there is none, with the file's name and how much was read of it. */
    private static String noAssignment(InputAccount read) {
        if (!read.failures().isEmpty()) {
            return read.failures().get(0);
        }
        InputLedger ledger = read.ledger();
        List<LogFile> files = ledger.inputs().files();
        String what = "there is no valid assignment in "
                + (files.size() == 1
                        ? files.get(0).name()
                        : "the " + Amounts.count(files.size()) + " files of assignments");
        String lines = Counted.of(ledger.lines(), "line");
        if (ledger.violations().groups().isEmpty()) {
            return what + (ledger.lines() == 0 ? ", which is empty" : ", which has " + lines + " and no record");
        }
        ViolationGroups.Group most = ledger.violations().groups().get(0);
        return what + ", which has " + lines + "; most common reason, first at " + most.first() + ": "
                + most.messages().get(0).text();
    }

    private void inContext(@Nullable String wanted, JoinRun run) {
        SliceTable table = run.columns().contextArms().get(0);
        if (table.tooMany()) {
            throw new ExperimentException("the context names more than " + SliceTable.MAX_SLICES
                    + " pairs of experiment_id and experiment_variant");
        }
        List<@Nullable String[]> pairs =
                table.names().stream().map(ExperimentColumns.ARM_KEYS::values).toList();
        Set<String> experiments = new LinkedHashSet<>();
        for (@Nullable String[] pair : pairs) {
            if (pair[0] != null && pair[1] != null) {
                experiments.add(pair[0]);
            }
        }
        column = run.columns().contextArmColumn();
        size = pairs.size();
        if (!choose(wanted, experiments, "the context of the exposures (experiment_id, experiment_variant)")) {
            return;
        }
        for (int number = 0; number < size; number++) {
            String variant = pairs.get(number)[1];
            if (experiment.equals(pairs.get(number)[0]) && variant != null) {
                add(variant, number);
            }
        }
    }

    private void add(String variant, int number) {
        numbers.computeIfAbsent(variant, added -> new ArrayList<>()).add(number);
    }

    /** Whether there is an experiment; there need not be one where there is no exposure. */
    private boolean choose(@Nullable String wanted, Collection<String> experiments, String where) {
        Set<String> sorted = new TreeSet<>(experiments);
        experiment = wanted != null
                ? wanted
                : sorted.isEmpty() ? experiment : sorted.iterator().next();
        if (sorted.isEmpty()) {
            if (!nothing) {
                throw new ExperimentException("there is no experiment in " + where
                        + "; give --assignments, or log experiment_id and experiment_variant as context");
            }
            return false;
        }
        if (wanted == null && sorted.size() > 1) {
            throw new ExperimentException("there are several experiments: choose one by --experiment-id ("
                    + KnownNames.list(sorted, sorted) + ")");
        }
        if (!sorted.contains(experiment)) {
            throw new ExperimentException("--experiment-id: there is no experiment " + PrintableText.name(experiment)
                    + KnownNames.meant(experiment, sorted));
        }
        return true;
    }
}
