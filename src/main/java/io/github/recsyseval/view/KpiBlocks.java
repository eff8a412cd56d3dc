package io.github.recsyseval.view;

import io.github.recsyseval.report.KpiSection;
import io.github.recsyseval.report.MetricRow;
import io.github.recsyseval.report.OwnKpiRow;
import io.github.recsyseval.report.WithoutRow;
import io.github.recsyseval.text.Counted;
import io.github.recsyseval.view.page.Block;
import io.github.recsyseval.view.page.Table;
import io.github.recsyseval.view.page.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Business figures: those of exposures, and those of users. */
final class KpiBlocks {
    private KpiBlocks() {}

    /** @param exposures what n counts where it does not count users */
    static List<Block> of(KpiSection kpis, String exposures, FigureBlocks figures) {
        Set<String> perUser = kpis.own().stream()
                .filter(own -> own.per().equals("user"))
                .map(OwnKpiRow::name)
                .collect(Collectors.toSet());
        List<Block> blocks = new ArrayList<>();
        blocks.add(figures.of("KPIs", exposures, rows(kpis, perUser, false)));
        if (!perUser.isEmpty()) {
            blocks.add(figures.of("KPIs per user", "users", rows(kpis, perUser, true)));
        }
        blocks.addAll(without(kpis));
        return blocks;
    }

    /** Whether the figures rest on a few users: each beside itself without them. */
    private static List<Block> without(KpiSection kpis) {
        Table.Rows table = Table.of(
                "With and without robots and heavy users",
                Table.text("metric"),
                Table.number("all users"),
                Table.number("without robots"),
                Table.number("95 % interval"),
                Table.number("without heavy users"),
                Table.number("95 % interval"));
        List<WithoutRow> groups = kpis.without();
        if (groups.size() != 2 || kpis.metrics().stream().noneMatch(row -> row.n() > 0)) {
            return List.of();
        }
        for (int i = 0; i < kpis.metrics().size(); i++) {
            List<Text> cells = new ArrayList<>(List.of(
                    Text.ofCode(kpis.metrics().get(i).name()),
                    Text.of(NumberText.value(kpis.metrics().get(i)))));
            for (WithoutRow group : groups) {
                MetricRow row = group.metrics().get(i);
                cells.add(Text.of(group.users() == 0 ? "-" : NumberText.value(row)));
                cells.add(Text.of(group.users() == 0 ? "-" : NumberText.interval(row)));
            }
            table.row(cells);
        }
        Block rules = new Block.Bullets(groups.stream().map(KpiBlocks::rule).toList());
        boolean nobody = groups.stream().allMatch(group -> group.users() == 0);
        return nobody ? List.of(rules) : List.of(table.folded(), rules);
    }

    private static Text rule(WithoutRow group) {
        boolean robots = group.group().equals("robots");
        String most = robots
                ? NumberText.decimal(group.threshold(), 2) + " clicks per exposure"
                : Counted.of((long) group.threshold(), "exposure");
        return Text.of((robots ? "Robots: " : "Heavy users: ") + group.rule() + ", here more than " + most + ": "
                + (group.users() == 0
                        ? "none."
                        : Counted.of(group.users(), "user") + " with " + Counted.of(group.exposures(), "exposure")
                                + "."));
    }

    private static List<MetricRow> rows(KpiSection kpis, Set<String> perUser, boolean wanted) {
        return kpis.metrics().stream()
                .filter(row -> perUser.contains(row.name()) == wanted)
                .toList();
    }
}
