package io.github.recsyseval.validation;

import io.github.recsyseval.source.InputLedger;
import java.util.List;

/**
 * All that a validation found out; {@link ReportMaker} reads its figures from here.
 *
 * @param notFollowed records whose request id was beyond the number of ids that are followed
 * @param notCopied invalid lines that were too long to be copied to the rejects
 * @param failures one sentence for each file that could not be read to its end
 * @param bytes read, after decompression
 */
public record ValidationRun(
        ValidationPlan plan,
        InputLedger ledger,
        FindingTally findings,
        PersonalDataTally personalData,
        long notFollowed,
        long notCopied,
        List<String> failures,
        long bytes) {}
