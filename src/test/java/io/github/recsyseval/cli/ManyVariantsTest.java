package io.github.recsyseval.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** An experiment whose variants are most likely ids: its arms are neither shown nor compared two by two. */
class ManyVariantsTest {
    @TempDir
    private Path folder;

    /** Two arms with 200 assignments each, of which one loses all, and as many others with one each. */
    private JsonNode report(int others) throws IOException {
        List<String> exposures = new ArrayList<>();
        List<String> assignments = new ArrayList<>();
        for (int i = 0; i < 400; i++) {
            assignments.add(line(i) + ",\"experiment_id\":\"x\",\"variant\":\"large" + i % 2 + "\"}");
            if (i % 2 == 0) {
                exposures.add(line(i) + ",\"items\":[{\"item_id\":\"i" + i + "\",\"rank\":1}]}");
            }
        }
        for (int i = 400; i < 400 + others; i++) {
            assignments.add(line(i) + ",\"experiment_id\":\"x\",\"variant\":\"small" + i + "\"}");
            exposures.add(line(i) + ",\"items\":[{\"item_id\":\"i" + i + "\",\"rank\":1}]}");
        }
        Files.write(folder.resolve("exposures.jsonl"), exposures);
        Files.write(folder.resolve("outcomes.jsonl"), List.of());
        Files.write(folder.resolve("assignments.jsonl"), assignments);
        return CommandRun.on(folder.toString(), "report", "--assignments", folder + "/assignments.jsonl")
                .report();
    }

    private static String line(int i) {
        return "{\"request_id\":\"r" + i + "\",\"user_id\":\"u" + i + "\",\"ts\":\"2026-11-02T10:" + (10 + i % 50) + ":"
                + (10 + i / 50 % 50) + "Z\"";
    }

    private static List<String> codes(JsonNode report) {
        List<String> codes = new ArrayList<>();
        report.at("/data_quality/findings")
                .forEach(finding -> codes.add(finding.get("code").asString()));
        return codes;
    }

    @Test
    void aThousandArmsAreShownAndCompared() throws IOException {
        JsonNode report = report(998);
        assertThat(report.at("/kpis/by_variant")).hasSize(999);
        assertThat(codes(report)).contains("J23");
        assertThat(report.get("warnings").toString()).doesNotContain("variants");
    }

    @Test
    void moreAreNot() throws IOException {
        JsonNode report = report(999);
        assertThat(report.at("/kpis/by_variant")).isEmpty();
        assertThat(report.at("/guardrails/by_variant")).isEmpty();
        assertThat(report.at("/data_quality/by_variant")).isEmpty();
        assertThat(codes(report)).doesNotContain("J23");
        assertThat(report.get("warnings").toString())
                .contains("experiment x has 1,001 variants, of which none is shown");
    }
}
