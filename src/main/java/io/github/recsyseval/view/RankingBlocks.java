package io.github.recsyseval.view;

import io.github.recsyseval.report.OfflineSection;
import io.github.recsyseval.view.page.Block;
import io.github.recsyseval.view.page.Text;
import java.util.List;

/** Ranking metrics and whose definitions hold. */
final class RankingBlocks {
    private RankingBlocks() {}

    static List<Block> of(OfflineSection offline, FigureBlocks figures) {
        return List.of(
                figures.of("Ranking metrics", "lists", offline.metrics()),
                new Block.Paragraph(Text.of("Convention ")
                        .code(offline.convention())
                        .plain(", relevance ")
                        .code(offline.relevance())
                        .plain(". " + NumberText.value(offline.relevantShare())
                                + " of the exposures have a relevant item. " + offline.note())));
    }
}
