package io.github.recsyseval.joined;

import io.github.recsyseval.engine.JoinSink;
import io.github.recsyseval.join.ExposureClass;
import io.github.recsyseval.join.JoinedRequest;
import io.github.recsyseval.join.OutcomeClass;
import io.github.recsyseval.join.OutcomeIndex;
import io.github.recsyseval.spill.SpillBudget;
import java.io.OutputStream;
import org.jspecify.annotations.Nullable;

/**
 * Writes joined records, and the outcomes and exposures that found no partner, in the order of the input (joined.v1). Every valid
 * outcome stands either in the joined file (it counts for KPIs) or in the file of unmatched outcomes (with the reason why not).
 */
public final class JoinedFiles implements JoinSink {
    private final Layout layout;
    private final @Nullable RecordText joined;
    private final @Nullable RecordText unmatchedOutcomes;
    private final @Nullable RecordText unmatchedExposures;
    private final LineArena outcomes;

    /** Files that are null are not written. */
    public JoinedFiles(
            Layout layout,
            @Nullable OutputStream joined,
            @Nullable OutputStream unmatchedOutcomes,
            @Nullable OutputStream unmatchedExposures) {
        this(layout, joined, unmatchedOutcomes, unmatchedExposures, SpillBudget.UNLIMITED);
    }

    /** @param memory for the lines of the outcomes, which wait for their exposures */
    public JoinedFiles(
            Layout layout,
            @Nullable OutputStream joined,
            @Nullable OutputStream unmatchedOutcomes,
            @Nullable OutputStream unmatchedExposures,
            SpillBudget memory) {
        this.layout = layout;
        outcomes = new LineArena(memory);
        this.joined = text(joined);
        this.unmatchedOutcomes = text(unmatchedOutcomes);
        this.unmatchedExposures = text(unmatchedExposures);
    }

    private static @Nullable RecordText text(@Nullable OutputStream out) {
        return out == null ? null : new RecordText(out);
    }

    @Override
    public boolean isActive() {
        return joined != null || unmatchedOutcomes != null || unmatchedExposures != null;
    }

    @Override
    public void outcome(byte[] bytes, int from, int to) {
        if (joined != null || unmatchedOutcomes != null) {
            outcomes.add(bytes, from, to);
        }
    }

    @Override
    public void joined(byte[] bytes, int from, int to, JoinedRequest request) {
        if (joined != null) {
            if (layout == Layout.EXPOSURE) {
                exposureLine(joined, bytes, from, to, request);
            } else {
                outcomeLines(joined, bytes, from, to, request);
            }
        }
        if (request.matchedOutcomes() == 0) {
            leftOut(bytes, from, to, ExposureClass.WITHOUT_OUTCOME);
        }
    }

    @Override
    public void leftOut(byte[] bytes, int from, int to, ExposureClass why) {
        if (unmatchedExposures != null) {
            unmatchedExposures.open(bytes, from, to);
            unmatchedExposures.text(",\"class\":\"" + why.label() + "\",\"reason\":\"" + why.reason() + "\"}\n");
        }
    }

    private void exposureLine(RecordText out, byte[] bytes, int from, int to, JoinedRequest request) {
        out.open(bytes, from, to);
        out.text(",\"outcomes\":[");
        String separator = "";
        for (int row = request.firstOutcome(); row < request.endOutcome(); row++) {
            if (request.outcomes().outcomeClass(row).counts()) {
                out.text(separator);
                openOutcome(out, request, row);
                out.text("}");
                separator = ",";
            }
        }
        out.text("]}\n");
    }

    private void outcomeLines(RecordText out, byte[] bytes, int from, int to, JoinedRequest request) {
        for (int row = request.firstOutcome(); row < request.endOutcome(); row++) {
            if (request.outcomes().outcomeClass(row).counts()) {
                openOutcome(out, request, row);
                out.text(",\"exposure\":");
                out.whole(bytes, from, to);
                out.text("}\n");
            }
        }
    }

    /** The outcome as logged, its class, and the rank that was logged for its item: null when the item was not shown. */
    private void openOutcome(RecordText out, JoinedRequest request, int row) {
        OutcomeIndex index = request.outcomes();
        int line = index.source(row);
        int position = request.slate().position(index.item(row));
        out.open(outcomes.block(line), outcomes.from(line), outcomes.to(line));
        out.text(",\"class\":\"" + index.outcomeClass(row).label() + "\",\"rank\":"
                + (position == 0 ? "null" : Integer.toString(request.slate().loggedRank(position))));
    }

    /** Writes what can be told only after the last exposure: the outcomes that do not count. */
    public void finish(OutcomeIndex index) {
        if (unmatchedOutcomes == null) {
            return;
        }
        int[] rowOf = new int[index.size()];
        for (int row = 0; row < index.size(); row++) {
            rowOf[index.source(row)] = row;
        }
        for (int line = 0; line < rowOf.length; line++) {
            OutcomeClass is = index.outcomeClass(rowOf[line]);
            if (!is.counts()) {
                unmatchedOutcomes.open(outcomes.block(line), outcomes.from(line), outcomes.to(line));
                unmatchedOutcomes.text(",\"class\":\"" + is.label() + "\",\"reason\":\"" + is.reason() + "\"}\n");
            }
        }
    }
}
