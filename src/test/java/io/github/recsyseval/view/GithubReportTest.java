package io.github.recsyseval.view;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.recsyseval.report.LimitRow;
import io.github.recsyseval.report.Report;
import io.github.recsyseval.report.ReportFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class GithubReportTest {
    private static final Report REPORT = ReportFile.read(Path.of("src/test/resources/golden/clean.json"));

    @Test
    void showsAtMostTenErrorsAndSaysHowManyMoreThereAre() {
        List<LimitRow> limits = new ArrayList<>();
        for (int i = 0; i < 15; i++) {
            limits.add(new LimitRow(
                    "limit_" + i,
                    "at_most",
                    "share",
                    0,
                    0.5,
                    null,
                    null,
                    "user",
                    "exit_code",
                    "fail",
                    "limit " + i + ": 50 %, a\nb"));
        }
        String annotations = GithubReport.annotations(with(limits));

        assertThat(annotations.lines().filter(line -> line.startsWith("::error ")))
                .hasSize(10);
        assertThat(annotations).contains("::error title=Limits::6 more limits fail");
        assertThat(annotations).contains("::error title=Limit limit_0::limit 0: 50 %25, aU+000Ab");
    }

    @Test
    void cutsTheSummaryAtALineWhereItWouldNotFit() {
        String whole = GithubReport.summary(REPORT, GithubReport.MAX_SUMMARY_BYTES);
        String cut = GithubReport.summary(REPORT, 2000);

        assertThat(whole).isEqualTo(MarkdownReport.of(REPORT));
        assertThat(cut.getBytes(StandardCharsets.UTF_8).length).isLessThanOrEqualTo(2000);
        assertThat(cut).contains("does not fit into a step summary");
        assertThat(whole.lines()).containsAll(cut.lines().limit(10).toList());
        assertThat(GithubReport.summary(REPORT, 10)).isEmpty();
    }

    private static Report with(List<LimitRow> limits) {
        var guardrails = REPORT.guardrails();
        return new Report(
                REPORT.schema(),
                REPORT.command(),
                REPORT.summary(),
                REPORT.dataQuality(),
                REPORT.kpis(),
                new io.github.recsyseval.report.GuardrailSection(
                        true,
                        guardrails.metrics(),
                        limits,
                        guardrails.errorLogged(),
                        guardrails.emptyByError(),
                        guardrails.latency(),
                        guardrails.bySegment(),
                        guardrails.byDay(),
                        guardrails.byVariant()),
                REPORT.offline(),
                REPORT.experiment(),
                REPORT.aaCheck(),
                REPORT.lists(),
                REPORT.gates(),
                REPORT.slices(),
                REPORT.warnings(),
                REPORT.provenance(),
                REPORT.run());
    }
}
