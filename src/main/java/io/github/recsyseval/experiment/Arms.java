package io.github.recsyseval.experiment;

import io.github.recsyseval.engine.ExperimentColumns;
import io.github.recsyseval.engine.JoinRun;
import io.github.recsyseval.engine.VariantColumns;
import io.github.recsyseval.slice.SliceTable;
import io.github.recsyseval.text.DidYouMean;
import io.github.recsyseval.text.PrintableText;
import io.github.recsyseval.text.SimilarNames;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The arms of one experiment, numbered: the control is 0, the candidate 1, the others follow by name. They are those that the data
 * names and those that the plan expects.
 */
final class Arms {
    /** Of a request that is not in the experiment. */
    static final int NONE = -1;

    /** Of a request for which several variants are logged. */
    static final int CONTRADICTING = -2;

    private final String experiment;
    private final List<String> names = new ArrayList<>();
    private final Map<String, Double> weights;
    private final int column;
    private final int[] armOfNumber;

    private Arms(ExperimentPlan plan, Found found) {
        experiment = found.experiment;
        Set<String> known = new TreeSet<>(found.numbers.keySet());
        known.addAll(plan.split().weights().keySet());
        names.add(known("--control", plan.control(), known, found));
        names.add(candidate(plan, known, found));
        known.stream().filter(name -> !names.contains(name)).forEach(names::add);
        if (names.get(0).equals(names.get(1))) {
            throw new ExperimentException("control and candidate are both " + PrintableText.name(names.get(0)));
        }
        weights = plan.split().weights();
        column = found.column;
        armOfNumber = new int[found.size];
        Arrays.fill(armOfNumber, NONE);
        found.numbers.forEach((name, numbers) -> numbers.forEach(number -> armOfNumber[number] = names.indexOf(name)));
        if (found.contradicting >= 0) {
            armOfNumber[found.contradicting] = CONTRADICTING;
        }
    }

    /**
     * Finds the arms.
     *
     * @throws ExperimentException where the plan and the data do not agree
     */
    static Arms of(ExperimentPlan plan, JoinRun run) {
        return new Arms(plan, Found.in(plan, run));
    }

    private static String known(String option, String name, Set<String> known, Found found) {
        if (!known.contains(name) && !found.nothing) {
            throw new ExperimentException(
                    option + ": experiment " + PrintableText.name(found.experiment) + " has no variant "
                            + SimilarNames.shown(name, known) + meant(name, known)
                            + "; an arm that nobody was served is named by --expected-split");
        }
        return name;
    }

    private static String candidate(ExperimentPlan plan, Set<String> known, Found found) {
        if (plan.candidate() != null) {
            return known("--candidate", plan.candidate(), known, found);
        }
        List<String> others =
                known.stream().filter(name -> !name.equals(plan.control())).toList();
        if (others.size() == 1) {
            return others.get(0);
        }
        if (others.isEmpty()) {
            if (found.nothing) {
                return "(none)";
            }
            throw new ExperimentException("experiment " + PrintableText.name(found.experiment)
                    + " has only the variant " + PrintableText.name(plan.control())
                    + ": name the arm that is missing by --candidate and --expected-split");
        }
        throw new ExperimentException(
                "experiment " + PrintableText.name(found.experiment) + " has several arms besides "
                        + PrintableText.name(plan.control()) + ": choose one by --candidate ("
                        + list(others, known) + ")");
    }

    private static String meant(String name, Collection<String> known) {
        return DidYouMean.suggest(name, known)
                .map(close -> "; did you mean " + SimilarNames.shown(close, plus(name, known)) + "?")
                .orElse("; there are " + list(known, known));
    }

    private static Collection<String> plus(String name, Collection<String> known) {
        List<String> all = new ArrayList<>(known);
        all.add(name);
        return all;
    }

    private static String list(Collection<String> names, Collection<String> among) {
        String all = names.stream()
                .limit(10)
                .map(name -> SimilarNames.shown(name, among))
                .collect(Collectors.joining(", "));
        return names.size() > 10 ? all + ", ..." : all;
    }

    String experiment() {
        return experiment;
    }

    int count() {
        return names.size();
    }

    String name(int arm) {
        return names.get(arm);
    }

    /** The name for sentences, told apart from others that look the same. */
    String shown(int arm) {
        return shown(names.get(arm));
    }

    String shown(String name) {
        return SimilarNames.shown(name, names);
    }

    /** A sentence for every two arms that a reader takes for one. */
    List<String> alike() {
        List<String> sentences = new ArrayList<>();
        for (int arm = 0; arm < names.size(); arm++) {
            for (int other = arm + 1; other < names.size(); other++) {
                if (SimilarNames.alike(names.get(arm), names.get(other))) {
                    sentences.add("the arms \"" + shown(arm) + "\" and \"" + shown(other)
                            + "\" look the same: one arm whose name is written in two ways?");
                }
            }
        }
        return sentences;
    }

    /** The slice column that says which arm served a request. */
    int column() {
        return column;
    }

    /** The arm of a slice number of the column, {@link #NONE} or {@link #CONTRADICTING}. */
    int arm(int number) {
        return armOfNumber[number];
    }

    /** The intended weight of an arm; 0 for one that nobody expects. */
    double weight(int arm) {
        return weights.isEmpty() ? 1 : weights.getOrDefault(names.get(arm), 0.0);
    }

    /** What the data names. */
    private static final class Found {
        String experiment = "(none)";
        boolean nothing;
        int column;
        int size;
        int contradicting = -1;
        final Map<String, List<Integer>> numbers = new TreeMap<>();

        static Found in(ExperimentPlan plan, JoinRun run) {
            Found found = new Found();
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
            if (variants.tooMany()) {
                throw new ExperimentException("assignments name more than " + VariantColumns.MAX_EXPERIMENTS
                        + " experiments; give a file with those of one");
            }
            if (!choose(wanted, variants.experiments(), "the assignments")) {
                return;
            }
            int at = variants.experiments().indexOf(experiment);
            column = run.columns().variantColumn(at);
            size = variants.names(at).size();
            contradicting = VariantColumns.SEVERAL;
            for (int i = 0; i < variants.variants(at).size(); i++) {
                add(variants.variants(at).get(i), VariantColumns.FIRST_VARIANT + i);
            }
        }

        private void inContext(@Nullable String wanted, JoinRun run) {
            SliceTable table = run.columns().contextArms().get(0);
            if (table.tooMany()) {
                throw new ExperimentException("the context names more than " + SliceTable.MAX_SLICES
                        + " pairs of experiment_id and experiment_variant");
            }
            List<@Nullable String[]> pairs = table.names().stream()
                    .map(ExperimentColumns.ARM_KEYS::values)
                    .toList();
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
                throw new ExperimentException(
                        "there are several experiments: choose one by --experiment-id (" + list(sorted, sorted) + ")");
            }
            if (!sorted.contains(experiment)) {
                throw new ExperimentException("--experiment-id: there is no experiment "
                        + PrintableText.name(experiment) + meant(experiment, sorted));
            }
            return true;
        }
    }
}
