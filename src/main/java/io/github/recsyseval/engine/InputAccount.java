package io.github.recsyseval.engine;

import io.github.recsyseval.mapping.MapTally;
import io.github.recsyseval.source.FileDigest;
import io.github.recsyseval.source.InputLedger;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What was read of one input.
 *
 * @param failures one sentence for each file that could not be read to its end
 * @param digests size and hash of each file
 * @param mapping what the map did; null without one
 */
public record InputAccount(
        InputLedger ledger,
        Completeness completeness,
        List<String> failures,
        List<FileDigest> digests,
        @Nullable MapTally mapping) {}
