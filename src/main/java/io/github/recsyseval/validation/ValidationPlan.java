package io.github.recsyseval.validation;

import io.github.recsyseval.engine.ReadOptions;
import io.github.recsyseval.finding.FindingRules;
import io.github.recsyseval.finding.Rule;
import io.github.recsyseval.schema.LoadedSchema;
import io.github.recsyseval.source.InputSet;
import java.nio.file.Path;

/**
 * Everything that decides what is validated and how the verdict falls.
 *
 * @param maxInvalidRate the share of invalid records, 0 to 1, that is tolerated
 * @param requireRecords whether an input without any record fails
 * @param personalData what is to be done about personal data
 * @param temporaryFolder where temporary files go when request ids do not fit into memory
 * @param idsInMemory how many distinct request ids are held in memory
 */
public record ValidationPlan(
        LoadedSchema schema,
        InputSet inputs,
        ReadOptions read,
        double maxInvalidRate,
        boolean requireRecords,
        FindingRules rules,
        Rule personalData,
        Path temporaryFolder,
        int idsInMemory) {
    /** As many ids in memory as fit into 48 MiB. */
    public ValidationPlan(
            LoadedSchema schema,
            InputSet inputs,
            ReadOptions read,
            double maxInvalidRate,
            boolean requireRecords,
            FindingRules rules,
            Rule personalData,
            Path temporaryFolder) {
        this(
                schema,
                inputs,
                read,
                maxInvalidRate,
                requireRecords,
                rules,
                personalData,
                temporaryFolder,
                RepeatedRequests.LIMIT);
    }
}
