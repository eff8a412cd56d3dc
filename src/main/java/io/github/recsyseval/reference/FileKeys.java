package io.github.recsyseval.reference;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Sentences that the other commands share with {@code run}, with the keys of its files for the options that it has not. */
public final class FileKeys {
    private static final Pattern OPTION = Pattern.compile("(?<![\\w-])--[a-z]+(?:-[a-z]+)*");
    private static final String EXPERIMENT_ID = "--experiment-id";
    /** Which part of the logs is looked at is decided by the files that are given. */
    private static final Pattern PART_OF_LOGS = Pattern.compile(" \\((?:--since, --until|--where)\\)");

    private static final Map<String, String> KEYS = new TreeMap<>(Map.of(
            "--exposures", "exposures: in --dataset",
            "--assignments", "assignments: in --dataset",
            "--control", "experiment.control_variant",
            "--candidate", "experiment.decision.candidate_variant",
            "--expected-split", "experiment.srm.expected",
            // what a run cannot leave out itself
            "--exclude-users", "before the logs are read",
            "--outcome-dedupe", "to be dropped before the logs are read"));

    private FileKeys() {}

    /** The sentence in terms of what a user of {@code run} can set. */
    public static String in(String sentence) {
        return OPTION.matcher(PART_OF_LOGS.matcher(sentence).replaceAll(""))
                .replaceAll(found -> KEYS.getOrDefault(found.group(), found.group()));
    }

    /** Each of the sentences in these terms. */
    public static List<String> in(List<String> sentences) {
        return sentences.stream().map(FileKeys::in).toList();
    }

    /**
     * The same where an experiment may be chosen.
     *
     * @param id the experiment that the command line asks for; null where the file does
     */
    public static String in(String sentence, @Nullable String id) {
        String told = in(sentence);
        return id != null && !id.isEmpty() ? told : told.replace(EXPERIMENT_ID, "experiment.experiment_id");
    }
}
