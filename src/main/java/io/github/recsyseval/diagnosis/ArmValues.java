package io.github.recsyseval.diagnosis;

import io.github.recsyseval.join.JoinedRequest;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What conversions are worth in every arm of every experiment. */
final class ArmValues {
    private final int[] columns;
    private final @Nullable LogBins[][] bins;

    /** @param columns the slice columns that say which arm served a request */
    ArmValues(int[] columns) {
        this.columns = columns.clone();
        bins = new LogBins[columns.length][Diagnosis.MOST_ARMS];
    }

    void see(JoinedRequest request) {
        if (request.conversions() == 0) {
            return;
        }
        for (int i = 0; i < columns.length; i++) {
            int number = request.slice(columns[i]);
            if (number < Diagnosis.MOST_ARMS) {
                count(request, of(i, number));
            }
        }
    }

    private static void count(JoinedRequest request, LogBins values) {
        for (int row = request.firstOutcome(); row < request.endOutcome(); row++) {
            if (!request.outcomes().isClick(row)) {
                values.add(request.outcomes().value(row));
            }
        }
    }

    private LogBins of(int column, int number) {
        LogBins known = bins[column][number];
        LogBins found = known == null ? new LogBins() : known;
        bins[column][number] = found;
        return found;
    }

    void add(ArmValues other) {
        for (int column = 0; column < columns.length; column++) {
            for (int number = 0; number < Diagnosis.MOST_ARMS; number++) {
                LogBins more = other.bins[column][number];
                if (more != null) {
                    of(column, number).add(more);
                }
            }
        }
    }

    /** The values of an arm by its slice column and number; empty where there are none, or they are not counted. */
    Optional<LogBins> find(int column, int number) {
        int place = Arrays.binarySearch(columns, column);
        return place < 0 || number >= Diagnosis.MOST_ARMS ? Optional.empty() : Optional.ofNullable(bins[place][number]);
    }
}
