package io.github.recsyseval.validation;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.recsyseval.validation.ValidationReport.MessageRow;
import io.github.recsyseval.validation.ValidationReport.PlaceRow;
import io.github.recsyseval.validation.ValidationReport.RunRow;
import io.github.recsyseval.validation.ValidationReport.ViolationRow;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a person sees, and what no file name or property can do to his terminal. */
class TextReportTest {
    private static ValidationReport report(String file, String message, long invalid) {
        PlaceRow place = new PlaceRow(file, 17);
        ViolationRow violation = new ViolationRow(
                "minimum",
                "#/x",
                invalid,
                place,
                place,
                null,
                List.of(new MessageRow("/x", message, invalid, place, null)),
                List.of());
        return new ValidationReport(
                "validation.v1",
                "exposure.v1",
                "invalid",
                6,
                List.of("3 of 1,204,331 records do not match exposure.v1"),
                1_204_331,
                1_204_331 - invalid,
                invalid,
                invalid / 1_204_331.0,
                0,
                1_204_331,
                0,
                0,
                null,
                List.of(file, "logs/b/other.jsonl"),
                List.of(),
                List.of(),
                List.of(),
                List.of(violation),
                List.of(),
                new RunRow("1", "c", 2, 680_000_000, 1.0));
    }

    /** An annotation at a file that is not there shows nowhere. */
    @Test
    void annotationsStandAtFilesThatThereAre() {
        String odd = GithubAnnotations.of(report("logs/a\u200bb.jsonl", "is below 1", 3));
        assertThat(odd).doesNotContain("file=").contains("is below 1 (3 records) at logs/a\\u200Bb.jsonl:17\n");
        assertThat(GithubAnnotations.of(report("logs/a:b.jsonl", "is below 1", 3)))
                .contains("::error file=logs/a%3Ab.jsonl,line=17,title=");
    }

    @Test
    void theVerdictComesFirstWithGroupedThousandsAndASmallShareIsNotZero() {
        String text = TextReport.of(report("logs/a/e.jsonl", "is below 1", 3), false);

        // 3 / 1,204,331 = 2.491e-6 = 0.000249 %
        assertThat(text)
                .startsWith(
                        "INVALID  3 of 1,204,331 records (below 0.001 %) in 2 files below logs/ do not\n         match exposure.v1\n");
        assertThat(text).contains("680.0 MB in 1.0 s, 680 MB/s");
    }

    @Test
    void placesAreNamedBelowTheFolderThatAllFilesShare() {
        assertThat(TextReport.of(report("logs/a/e.jsonl", "is below 1", 3), false))
                .contains("first: a/e.jsonl:17");
    }

    @Test
    void nothingFromDataActsOnTheTerminal() {
        String text = TextReport.of(report("logs/\u001B[2Je\u202Ejsonl", "x", 3), false);

        assertThat(text).doesNotContain("\u001B").doesNotContain("\u202E").contains("\\u001B[2J");
    }

    @Test
    void onlyTheVerdictIsColoured() {
        ValidationReport report = report("logs/a/e.jsonl", "is below 1", 3);

        assertThat(TextReport.of(report, true))
                .isEqualTo("\u001B[1;31mINVALID\u001B[0m"
                        + TextReport.of(report, false).substring("INVALID".length()));
    }

    @Test
    void junitAndGithubEscapeWhatComesFromData() {
        ValidationReport report = report("a%,b\n::error::x", "<\"&\u0000\u001B]]>", 3);

        assertThat(JunitXml.of(report))
                .contains("&lt;&quot;&amp;\\u0000\\u001B]]&gt;")
                .doesNotContain("<\"&");
        assertThat(GithubAnnotations.of(report).lines()).allMatch(line -> line.startsWith("::error "));
        assertThat(GithubAnnotations.of(report)).contains(" at a%25,b");
        assertThat(MarkdownSummary.of(report)).contains("&lt;\"&amp;");
    }
}
