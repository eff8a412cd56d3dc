package io.github.recsyseval.cli;

import io.github.recsyseval.engine.JoinPlan;
import io.github.recsyseval.engine.JoinRun;
import io.github.recsyseval.engine.ReadOptions;
import io.github.recsyseval.evaluation.DeclaredMeaning;
import io.github.recsyseval.evaluation.EvaluationPlan;
import io.github.recsyseval.evaluation.LimitPlan;
import io.github.recsyseval.join.Attribution;
import io.github.recsyseval.metric.MetricGroup;
import io.github.recsyseval.metric.lists.ShownLists;
import io.github.recsyseval.reference.ModeRun;
import io.github.recsyseval.reference.RunFiles;
import io.github.recsyseval.slice.SliceTable;
import io.github.recsyseval.source.InputSet;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;

/** What a run of the Go tool's files asks of the join and the evaluation that all commands share. */
final class RunPlans {
    private final RunFiles files;
    private final ModeRun run;
    private final ShownLists shown;
    private final JoinPlan join;

    RunPlans(RunFiles files, ModeRun run, ReadOptions read) {
        this.files = files;
        this.run = run;
        shown = new ShownLists(run.breakdowns().size());
        Map<String, InputSet> inputs = files.inputs(run.readsAssignments());
        List<MetricGroup> groups = new ArrayList<>(run.groups());
        groups.add(shown.group());
        join = new JoinPlan(
                inputs.getOrDefault("exposures", InputSet.NONE),
                inputs.getOrDefault("outcomes", InputSet.NONE),
                inputs.getOrDefault("assignments", InputSet.NONE),
                run.breakdowns(),
                Optional.empty(),
                Optional.empty(),
                groups,
                run.filter(),
                Attribution.DEFAULT,
                read,
                run.columns());
    }

    JoinPlan join() {
        return join;
    }

    EvaluationPlan evaluation(JoinRun joined, LimitPlan limits, SortedMap<String, String> options) {
        return new EvaluationPlan(
                "run",
                join,
                run.sections(),
                List.of(),
                run.offline(),
                DeclaredMeaning.NONE,
                run.experiment(joined, ConfigurationHash.of(options)),
                run.aaCheck(join.read().threads()),
                shown,
                SliceOptions.FLOOR,
                1,
                limits,
                run.filterWords(),
                ZoneOffset.UTC,
                options);
    }

    /** What the Go tool takes without a word: settings without effect, slice keys that nobody logs. */
    List<String> notes(JoinRun joined) {
        List<String> notes = new ArrayList<>(files.notes());
        notes.addAll(run.notes());
        if (joined.tally().evaluated() > 0) {
            notes.addAll(neverMet("slice_keys", joined.slices()));
            notes.addAll(neverMet("srm.slice_keys", joined.columns().splits()));
        }
        return notes;
    }

    private static List<String> neverMet(String keys, List<SliceTable> tables) {
        return tables.stream()
                .flatMap(table -> table.keysNeverMet().stream())
                .map(key -> keys + ": no exposure has the context key \"" + key + "\"")
                .toList();
    }
}
