package io.github.recsyseval.view;

import io.github.recsyseval.report.BootstrapRow;
import io.github.recsyseval.report.MetricRow;
import io.github.recsyseval.report.Report;
import io.github.recsyseval.view.page.Block;
import io.github.recsyseval.view.page.Text;
import java.util.ArrayList;
import java.util.List;

/** What each figure is. */
final class DefinitionBlocks {
    private DefinitionBlocks() {}

    static List<Block> of(Report report) {
        List<MetricRow> all = new ArrayList<>();
        if (report.kpis() != null) {
            all.addAll(report.kpis().metrics());
        }
        if (report.experiment() != null) {
            all.addAll(report.experiment().arms().get(0).kpis());
            all.addAll(report.experiment().arms().get(0).guardrails());
        }
        if (report.guardrails() != null) {
            all.addAll(report.guardrails().metrics());
        }
        if (report.offline() != null) {
            all.add(report.offline().relevantShare());
            all.addAll(report.offline().metrics());
        }
        all.addAll(report.dataQuality().metrics());
        List<Text> lines =
                new ArrayList<>(all.stream().map(DefinitionBlocks::line).toList());
        if (report.experiment() != null) {
            lines.addAll(EffectDefinitions.of(report.experiment()));
        }
        return List.of(new Block.Bullets(lines));
    }

    private static Text line(MetricRow row) {
        String method = row.interval() == null
                ? ""
                : "; interval: " + words(row.interval().method());
        BootstrapRow bootstrap = row.bootstrap();
        String resampled = bootstrap == null
                ? ""
                : ", " + words(bootstrap.method()) + " with " + bootstrap.replicates() + " replicates and seed "
                        + bootstrap.seed();
        return Text.ofCode(row.name()).plain(": " + row.definition() + method + resampled);
    }

    /** The name of a method as people say it: {@code delta method by user}. */
    private static String words(String method) {
        return method.replace("delta", "delta method")
                .replace("wilson", "Wilson")
                .replace("woodruff", "Woodruff")
                .replace("poisson", "Poisson")
                .replace('_', ' ');
    }
}
