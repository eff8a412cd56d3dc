package io.github.recsyseval.validation;

import io.github.recsyseval.mapping.MapTally;
import io.github.recsyseval.source.InputLedger;
import io.github.recsyseval.stat.TimeHistogram;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * All that a validation found out; {@link ReportMaker} reads its figures from here.
 *
 * @param mapping what the map did; null without one
 * @param times of all records whose time can be made out
 * @param notCopied invalid lines that were too long to be copied to the rejects
 * @param failures one sentence for each file that could not be read to its end
 * @param bytes read, after decompression
 */
public record ValidationRun(
        ValidationPlan plan,
        InputLedger ledger,
        @Nullable MapTally mapping,
        FindingTally findings,
        PersonalDataTally personalData,
        TimeHistogram times,
        long notCopied,
        List<String> failures,
        long bytes) {}
