package io.github.recsyseval.engine;

import io.github.recsyseval.event.Contract;
import io.github.recsyseval.schema.SchemaCatalog;
import io.github.recsyseval.schema.SchemaValidator;
import io.github.recsyseval.schema.Violation;
import io.github.recsyseval.source.Chunk;
import io.github.recsyseval.source.InputException;
import io.github.recsyseval.source.LineJudge;
import io.github.recsyseval.source.LineWorker;
import java.util.List;

/**
 * Notices that a file holds records of another contract than asked for: swapped options are an error of their own, not ten
 * thousand violations. Looked at only when no line of a file's first chunk is valid.
 */
final class ContractGuess {
    private static final int CHECKED = 100;

    private final Contract expected;

    ContractGuess(Contract expected) {
        this.expected = expected;
    }

    /** @throws InputException when the first lines are plainly records of another contract */
    void check(Chunk chunk, String file) {
        for (Contract other : Contract.values()) {
            if (other != expected) {
                Sample sample = new Sample(SchemaCatalog.load(other.schema()).newValidator());
                new LineWorker(sample, Integer.MAX_VALUE).read(chunk);
                if (sample.matching > 0 && sample.matching == sample.checked) {
                    throw new InputException(sentence(other, file, sample.checked));
                }
            }
        }
    }

    private String sentence(Contract other, String file, int checked) {
        String swapped = other == Contract.RANKLIST
                ? ", not " + expected.schema()
                : ": are --" + expected.plural() + " and --" + other.plural() + " swapped?";
        return file + " holds " + other.schema() + " records (checked " + checked + ")" + swapped;
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
