package io.github.recsyseval.experiment;

import io.github.recsyseval.engine.JoinRun;
import io.github.recsyseval.join.AssignmentIndex;
import io.github.recsyseval.text.PrintableText;
import io.github.recsyseval.text.SimilarNames;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

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
    /** So many sentences about names that look alike. */
    private static final int MOST_SENTENCES = 10;

    private final List<String> names = new ArrayList<>();
    private final SimilarNames similar;
    private final Map<String, Double> weights;
    private final int column;
    private final int[] armOfNumber;

    private Arms(ExperimentPlan plan, LoggedArms found) {
        experiment = found.experiment;
        Set<String> known = new TreeSet<>(found.numbers.keySet());
        known.addAll(plan.split().weights().keySet());
        if (known.size() > AssignmentIndex.MOST_VARIANTS) {
            throw tooMany(known.size());
        }
        names.add(known("--control", plan.control(), known, found));
        names.add(candidate(plan, known, found));
        names.forEach(known::remove);
        names.addAll(known);
        similar = SimilarNames.among(names);
        if (names.get(0).equals(names.get(1))) {
            throw new ExperimentException("control and candidate are both " + PrintableText.name(names.get(0)));
        }
        weights = plan.split().weights();
        column = found.column;
        armOfNumber = new int[found.size];
        Arrays.fill(armOfNumber, NONE);
        for (int arm = 0; arm < names.size(); arm++) {
            for (int number : found.numbers.getOrDefault(names.get(arm), List.of())) {
                armOfNumber[number] = arm;
            }
        }
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
        return new Arms(plan, LoggedArms.in(plan, run));
    }

    private ExperimentException tooMany(int arms) {
        return new ExperimentException("experiment " + PrintableText.name(experiment) + " has " + Amounts.count(arms)
                + " arms, of which at most " + Amounts.count(AssignmentIndex.MOST_VARIANTS)
                + " can be compared: is the id of a user or request logged as variant? Log the name of the arm");
    }

    private static String known(String option, String name, Set<String> known, LoggedArms found) {
        if (!known.contains(name) && !found.nothing) {
            throw new ExperimentException(
                    option + ": experiment " + PrintableText.name(found.experiment) + " has no variant "
                            + SimilarNames.among(known).shown(name) + KnownNames.meant(name, known)
                            + "; name an arm without users by --expected-split");
        }
        return name;
    }

    private static String candidate(ExperimentPlan plan, Set<String> known, LoggedArms found) {
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
                        + KnownNames.list(others, known) + ")");
    }

    String experiment() {
        return experiment;
    }

    int count() {
        return names.size();
    }

    /** The number of an arm, {@link #count} for a name that is none. */
    int number(String name) {
        int number = names.indexOf(name);
        return number < 0 ? count() : number;
    }

    String name(int arm) {
        return names.get(arm);
    }

    /** The name for sentences, told apart from others that look the same. */
    String shown(int arm) {
        return shown(names.get(arm));
    }

    String shown(String name) {
        return similar.shown(name);
    }

    /** A sentence for every arm that a reader takes for another one, up to ten. */
    List<String> alike() {
        return similar.alike().stream()
                .flatMap(same -> same.stream()
                        .skip(1)
                        .map(other -> "the arms \"" + shown(same.get(0)) + "\" and \"" + shown(other)
                                + "\" look the same: one arm whose name is written in two ways?"))
                .limit(MOST_SENTENCES)
                .toList();
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
}
