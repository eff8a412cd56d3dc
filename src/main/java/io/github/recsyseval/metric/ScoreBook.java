package io.github.recsyseval.metric;

import io.github.recsyseval.spill.SpillBudget;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The scores of every request, kept one by one under the request's id, so that two lists for the same request or user can be
 * compared. About 30 bytes a request and 4 a breakdown, and another 80 while they are put into order; in a file where that is too much.
 */
public final class ScoreBook {
    private static final int BYTES_PER_ROW = 110;

    private final MetricGroup group;
    private final int breakdowns;
    private final SpillBudget budget;
    private final int mostHeld;
    private final List<ScorePage> pages = new ArrayList<>();
    private SpilledScores.@Nullable Builder spilled;

    /**
     * A book of the scores of {@code group}.
     *
     * @param breakdowns how many there are besides the total
     * @param threads how many write into it
     */
    public ScoreBook(MetricGroup group, int breakdowns, SpillBudget budget, int threads) {
        this.group = group;
        this.breakdowns = breakdowns;
        this.budget = budget;
        long rows = budget.bytes() / threads / (BYTES_PER_ROW + 4L * breakdowns);
        mostHeld = (int) Math.max(1, Math.min(1 << 30, rows));
    }

    /** The metrics of the book. */
    public List<RequestMetric> metrics() {
        return group.metrics();
    }

    /** The same metrics, computed as before and written down here too. */
    public MetricGroup recorded() {
        return new MetricGroup(group.metrics(), this::page);
    }

    private synchronized ScorePage page() {
        ScorePage page = new ScorePage(this, group.scorers().get(), breakdowns, mostHeld);
        pages.add(page);
        return page;
    }

    /** Puts the rows of a page down. */
    synchronized void spill(ScorePage page) {
        SpilledScores.Builder rows = spilled;
        if (rows == null) {
            rows = new SpilledScores.Builder(budget, group.metrics().size(), breakdowns);
            spilled = rows;
        }
        page.moveTo(rows);
    }

    /** All requests in order; nothing can be written afterwards. */
    public synchronized Scores scores() {
        SpilledScores.Builder rows = spilled;
        if (rows == null) {
            return new HeldScores(List.copyOf(pages));
        }
        pages.forEach(page -> page.moveTo(rows));
        pages.clear();
        return rows.sorted();
    }
}
