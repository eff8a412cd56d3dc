package io.github.recsyseval.experiment;

import io.github.recsyseval.text.DidYouMean;
import io.github.recsyseval.text.SimilarNames;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;

/** Names of experiments and arms in messages. */
final class KnownNames {
    private KnownNames() {}

    /** What was probably meant by a name that is not known, or which names are. */
    static String meant(String name, Collection<String> known) {
        return DidYouMean.suggest(name, known)
                .map(close -> "; did you mean "
                        + SimilarNames.among(plus(name, known)).shown(close) + "?")
                .orElse("; there are " + list(known, known));
    }

    private static Collection<String> plus(String name, Collection<String> known) {
        List<String> all = new ArrayList<>(known);
        all.add(name);
        return all;
    }

    /** The first ten names, told apart where others among all look the same. */
    static String list(Collection<String> names, Collection<String> among) {
        SimilarNames similar = SimilarNames.among(among);
        String all = names.stream().limit(10).map(similar::shown).collect(Collectors.joining(", "));
        return names.size() > 10 ? all + ", ..." : all;
    }
}
