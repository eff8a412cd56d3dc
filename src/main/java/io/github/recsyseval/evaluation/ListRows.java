package io.github.recsyseval.evaluation;

import io.github.recsyseval.metric.lists.ItemSketch;
import io.github.recsyseval.metric.lists.ListLengths;
import io.github.recsyseval.metric.lists.ShownLists;
import io.github.recsyseval.report.ListSection;
import io.github.recsyseval.report.ListSection.ItemSample;
import io.github.recsyseval.report.ListSection.LengthRow;
import io.github.recsyseval.stat.SmallestHashes;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/** What the lists held, as rows. */
final class ListRows {
    private ListRows() {}

    static ListSection of(ShownLists shown, boolean trusted) {
        return new ListSection(trusted, lengths(shown.lengths()), items(shown.items()));
    }

    private static List<LengthRow> lengths(ListLengths lengths) {
        long all = 0;
        for (int items = 0; items <= ListLengths.LONGEST + 1; items++) {
            all += lengths.lists(items);
        }
        List<LengthRow> rows = new ArrayList<>();
        for (int items = 0; items <= ListLengths.LONGEST + 1; items++) {
            long n = lengths.lists(items);
            if (n > 0) {
                String name = items <= ListLengths.LONGEST ? Integer.toString(items) : ">" + ListLengths.LONGEST;
                rows.add(new LengthRow(name, n, (double) n / all));
            }
        }
        return rows;
    }

    private static ItemSample items(ItemSketch sketch) {
        long[] sample = sketch.smallest();
        boolean exact = sample.length < ItemSketch.SIZE;
        double distinct = exact ? sample.length : SmallestHashes.distinct(sample.length, sample[sample.length - 1]);
        ByteBuffer bytes = ByteBuffer.allocate(Long.BYTES * sample.length);
        for (long hash : sample) {
            bytes.putLong(hash);
        }
        return new ItemSample(
                Math.round(distinct),
                exact,
                exact ? 0 : SmallestHashes.relativeError(sample.length),
                ItemSketch.HASH,
                sample.length,
                Base64.getEncoder().encodeToString(bytes.array()));
    }
}
