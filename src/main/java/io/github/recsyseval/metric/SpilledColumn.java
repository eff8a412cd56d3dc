package io.github.recsyseval.metric;

import io.github.recsyseval.spill.SpillFile;
import io.github.recsyseval.spill.SpilledBytes;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;

/** A further column of the rows in {@link LedgerPart}s, of ints, in a file of its own. */
final class SpilledColumn {
    private final SpillFile file;
    private final List<Long> begins = new ArrayList<>();
    private final List<Integer> sizes = new ArrayList<>();

    SpilledColumn(SpillFile file) {
        this.file = file;
    }

    /** Puts down the column of the next part. */
    void add(int[] column) {
        begins.add(file.bytes() / Long.BYTES);
        sizes.add(column.length);
        LedgerPart.put(column, file);
    }

    /** The columns by the numbers of their parts; nothing can be added afterwards. */
    IntFunction<int[]> byPart() {
        SpilledBytes bytes = file.inPlace();
        return part -> LedgerPart.ints(bytes, begins.get(part), sizes.get(part));
    }
}
