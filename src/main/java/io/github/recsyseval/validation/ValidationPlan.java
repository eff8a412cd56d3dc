package io.github.recsyseval.validation;

import io.github.recsyseval.engine.ReadOptions;
import io.github.recsyseval.finding.FindingRules;
import io.github.recsyseval.finding.Rule;
import io.github.recsyseval.schema.LoadedSchema;
import io.github.recsyseval.source.InputSet;

/**
 * Everything that decides what is validated and how the verdict falls.
 *
 * @param maxInvalidRate the share of invalid records, 0 to 1, that is tolerated
 * @param requireRecords whether an input without any record fails
 * @param personalData what is to be done about personal data
 */
public record ValidationPlan(
        LoadedSchema schema,
        InputSet inputs,
        ReadOptions read,
        double maxInvalidRate,
        boolean requireRecords,
        FindingRules rules,
        Rule personalData) {}
