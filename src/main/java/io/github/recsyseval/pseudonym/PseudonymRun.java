package io.github.recsyseval.pseudonym;

import io.github.recsyseval.source.InputLedger;
import java.util.List;
import java.util.Set;

/**
 * What became of the lines.
 *
 * @param ledger lines written (valid) and refused (invalid), with places and reasons
 * @param fields in the order in which they were asked for
 * @param failures one sentence for each file that could not be read to its end
 * @param names of fields in a line that lacks one, to find what was meant; empty when none lacks any
 */
public record PseudonymRun(InputLedger ledger, List<FieldAccount> fields, List<String> failures, Set<String> names) {
    /**
     * What became of one field.
     *
     * @param replaced values replaced, blank ones too
     * @param absent lines or objects without it, of those written
     * @param alike replaced values that look like pseudonyms already
     */
    public record FieldAccount(FieldPath field, long replaced, long absent, long alike) {}
}
