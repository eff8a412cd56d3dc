package io.github.recsyseval.source;

import io.github.recsyseval.event.Contract;
import io.github.recsyseval.schema.SchemaCatalog;
import io.github.recsyseval.schema.SchemaValidator;
import io.github.recsyseval.schema.Violation;
import java.util.List;
import java.util.Optional;

/**
 * Notices that a file holds records of another contract than asked for: swapped files are an error of their own, not ten
 * thousand violations. To be looked at only when no line of a file's first chunk is valid.
 */
public final class ContractGuess {
    private static final int CHECKED = 100;

    /**
     * What a chunk seems to hold.
     *
     * @param checked how many lines were looked at, all of which the contract accepts
     */
    public record Match(Contract contract, int checked) {}

    private ContractGuess() {}

    /** The sentence for a file whose lines are plainly records of another contract than the one asked for. */
    public static Optional<String> complaint(Chunk chunk, String file, Contract asked) {
        return of(chunk, asked.schema()).map(match -> {
            Contract other = match.contract();
            String swapped = other == Contract.RANKLIST
                    ? ", not " + asked.schema()
                    : ": are --" + asked.plural() + " and --" + other.plural() + " swapped?";
            return file + " holds " + other.schema() + " records (checked " + match.checked() + ")" + swapped;
        });
    }

    /** The contract, other than the schema of that name, that all of the first lines match. */
    public static Optional<Match> of(Chunk chunk, String schema) {
        for (Contract other : Contract.values()) {
            if (!other.schema().equals(schema)) {
                Sample sample = new Sample(SchemaCatalog.load(other.schema()).newValidator());
                new LineWorker(sample, Integer.MAX_VALUE).read(chunk);
                if (sample.matching > 0 && sample.matching == sample.checked) {
                    return Optional.of(new Match(other, sample.checked));
                }
            }
        }
        return Optional.empty();
    }

    /** Counts how many of the first lines one contract accepts. */
    private static final class Sample implements LineJudge {
        private final SchemaValidator validator;
        private int checked;
        private int matching;

        Sample(SchemaValidator validator) {
            this.validator = validator;
        }

        @Override
        public void begin() {}

        @Override
        public List<Violation> judge(byte[] bytes, int from, int to) {
            if (checked == CHECKED || matching < checked) {
                return List.of();
            }
            checked++;
            List<Violation> violations = validator.validate(bytes, from, to);
            matching += violations.isEmpty() ? 1 : 0;
            return violations;
        }
    }
}
