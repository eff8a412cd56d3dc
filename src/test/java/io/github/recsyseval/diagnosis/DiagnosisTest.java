package io.github.recsyseval.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.recsyseval.engine.ExcludedUsers;
import io.github.recsyseval.engine.ExposureFilter;
import io.github.recsyseval.finding.FindingCode;
import io.github.recsyseval.finding.Severity;
import io.github.recsyseval.sample.SampleSettings;
import io.github.recsyseval.sample.truth.Truth;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Planted faults are found, clean logs are left in peace. The truth is that of the sample's own books. */
class DiagnosisTest {
    private static final int REQUESTS = 4_000;
    /** Their shares are of other records than the books of the sample count. */
    private static final Set<FindingCode> OTHER_BASE =
            Set.of(FindingCode.J14, FindingCode.J19, FindingCode.J22, FindingCode.J23);

    @TempDir
    private Path folder;

    private FaultyLogs logs(long seed, String... faults) throws IOException {
        SampleSettings settings = SampleSettings.of(REQUESTS, seed);
        for (String fault : faults) {
            String[] parts = fault.split(":");
            settings = settings.withFault(parts[0], parts[1]);
        }
        return FaultyLogs.write(settings, folder);
    }

    private static List<FindingCode> codes(List<Finding> findings) {
        return findings.stream().map(Finding::code).toList();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void saysNothingAboutCleanLogs(long seed) throws IOException {
        assertThat(logs(seed).findings()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "id-twice, 0.1, J01",
        "id-format, 0.1, J02",
        "id-dashes, 0.1, J02",
        "id-urn, 0.1, J02",
        "out-no-rid, 0.05, J03",
        "rid-reused, 0.05, J04",
        "conflicting-duplicates, 0.02, J04",
        "identical-duplicates, 0.02, J04",
        "rid-per-list, 0.03, J05",
        "not-rendered, 0.03, J06",
        "user-mismatch, 0.2, J07",
        "uid-is-rid, 0.05, J08",
        "item-not-shown, 0.1, J09",
        "item-namespace, 0.1, J09",
        "value-missing, 0.1, J13",
        "value-constant, 0.6, J13",
        "slice-missing, 0.05, J17",
        "slice-alias, 0.05, J17",
        "latency-mixed, 0.2, J11",
        "ranks, 0.02, J15",
        "dup-item, 0.02, J16",
        "empty-by-error, 0.02, J18",
        "bots, 0.05, J19",
        "dup-outcome, 0.05, J20",
        "lost-partition, 0.1, J22",
        "diff-loss, 0.1, J23",
        "clock, 0.1, J10",
        "clock-skew, 0.1, J10",
        "clock-reset, 0.02, J10",
        "pii, 0.05, J12",
        "slice-id, 0.05, J17",
        "prefetch, 0.2, J06",
        "propensity, 0.05, J24"
    })
    void findsAPlantedFault(String fault, String rate, FindingCode code) throws IOException {
        FaultyLogs logs = logs(11, fault + ":" + rate);
        assertThat(codes(logs.findings())).contains(code);
        Finding finding = logs.findings().stream()
                .filter(found -> found.code() == code)
                .findFirst()
                .orElseThrow();
        assertThat(finding.suppressedBy()).isNull();
        assertThat(finding.evidence()).doesNotContain("sku-").doesNotContain("u_");
    }

    /** Takes many conversions: an item must have several before they can disagree. */
    @Test
    void findsValuesInTwoUnits() throws IOException {
        SampleSettings settings = SampleSettings.of(20_000, 11).withFault("unit-mismatch", "0.2");
        assertThat(codes(FaultyLogs.write(settings, folder).findings())).containsExactly(FindingCode.J14);
    }

    @Test
    void namesTheNormalFormInWhichIdsMatch() throws IOException {
        assertThat(logs(12, "id-dashes:0.1").findings().get(0).evidence()).contains("without dashes");
        assertThat(logs(12, "id-urn:0.1").findings().get(0).evidence()).contains("without its prefix");
    }

    /** Five percent of the outcomes with a second id, and nothing else: the cause stands alone and fails. */
    @Test
    void aBrokenJoinTakesTheTrust() throws IOException {
        List<Finding> findings = logs(13, "id-twice:0.15").findings();
        assertThat(codes(findings)).containsExactly(FindingCode.J01);
        assertThat(findings.get(0).severity()).isEqualTo(Severity.FAIL);
        assertThat(findings.get(0).breaksTrust()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"21, 0.1, 0.1", "22, 0.05, 0.15", "23, 0.15, 0.05"})
    void takesTwoCausesApart(long seed, String twice, String lost) throws IOException {
        FaultyLogs logs = logs(seed, "id-twice:" + twice, "lost-partition:" + lost);
        Truth.Outcomes truth = logs.truth().outcomes();
        double unmatched = truth.classes().get("unmatched");
        List<UnmatchedCauses.Cause> causes = UnmatchedCauses.of(logs.evidence(1));

        assertThat(share(causes, FindingCode.J01))
                .isCloseTo(truth.unmatched().get("id-twice") / unmatched, within(0.1));
        assertThat(share(causes, FindingCode.J22))
                .isCloseTo(truth.unmatched().get("lost-partition") / unmatched, within(0.1));
        assertThat(causes.stream().mapToLong(UnmatchedCauses.Cause::count).sum())
                .isEqualTo((long) unmatched);
    }

    private static double share(List<UnmatchedCauses.Cause> causes, FindingCode code) {
        return causes.stream()
                .filter(cause -> cause.code() == code)
                .mapToDouble(cause -> (double) cause.count() / cause.n())
                .sum();
    }

    @Test
    void dependsNeitherOnTheOrderOfLinesNorOnThreads() throws IOException {
        FaultyLogs logs = logs(31, "id-twice:0.1", "rid-per-list:0.05", "dup-item:0.05", "bots:0.02");
        List<Finding> given = logs.findings();
        assertThat(given).isNotEmpty();
        logs.shuffle(1);
        assertThat(Diagnosis.of(logs.evidence(8))).isEqualTo(given);
    }

    /** Outcomes without an exposure have no context, so the exposures of any context may be theirs. */
    @Test
    void causesAreTheSameWhateverTheContextAskedFor() throws IOException {
        FaultyLogs logs = logs(32, "id-twice:0.1", "id-dashes:0.1", "lost-partition:0.1");
        List<UnmatchedCauses.Cause> given = UnmatchedCauses.of(logs.evidence(1));
        assertThat(given)
                .extracting(UnmatchedCauses.Cause::code)
                .contains(FindingCode.J01, FindingCode.J02, FindingCode.J22);
        logs.shuffle(2);
        for (String surface : List.of("home", "nowhere")) {
            ExposureFilter filter = new ExposureFilter(
                    Long.MIN_VALUE, Long.MAX_VALUE, Map.of("surface", Set.of(surface)), ExcludedUsers.NONE);
            assertThat(UnmatchedCauses.of(logs.evidence(8, filter))).isEqualTo(given);
        }
    }

    @Tag("slow")
    @ParameterizedTest
    @ValueSource(longs = {5, 6, 7, 8, 9, 10})
    void saysNothingAboutFurtherCleanLogs(long seed) throws IOException {
        assertThat(FaultyLogs.write(SampleSettings.of(20_000, seed), folder).findings())
                .isEmpty();
    }

    /** Three rates above the threshold of each detector, five seeds each. */
    @Tag("slow")
    @Test
    void firesEveryTimeAndItsIntervalsHoldTheTruth() throws IOException {
        assertFires(List.of(
                "id-twice 0.05 0.1 0.3",
                "id-format 0.05 0.1 0.3",
                "id-dashes 0.05 0.1 0.3",
                "id-urn 0.05 0.1 0.3",
                "out-no-rid 0.01 0.05 0.2",
                "rid-reused 0.01 0.05 0.2",
                "conflicting-duplicates 0.005 0.02 0.1",
                "identical-duplicates 0.01 0.02 0.1",
                "rid-per-list 0.01 0.05 0.2",
                "not-rendered 0.02 0.05 0.2",
                "user-mismatch 0.1 0.2 0.5",
                "uid-is-rid 0.02 0.05 0.3",
                "item-not-shown 0.05 0.1 0.3",
                "item-namespace 0.05 0.1 0.3",
                "value-missing 0.05 0.1 0.3",
                "slice-missing 0.02 0.1 0.5",
                "slice-alias 0.02 0.1 0.5",
                "latency-mixed 0.1 0.2 0.5",
                "ranks 0.005 0.02 0.1",
                "dup-item 0.005 0.02 0.1",
                "empty-by-error 0.005 0.02 0.1",
                "bots 0.02 0.05 0.1",
                "dup-outcome 0.02 0.05 0.2",
                "lost-partition 0.1 0.2 0.3",
                "diff-loss 0.05 0.1 0.2"));
    }

    /** Likewise, for what only lines looked at closely show, and for clocks. */
    @Tag("slow")
    @Test
    void firesForWhatACloseLookShows() throws IOException {
        assertFires(List.of(
                "clock 0.02 0.1 0.3",
                "clock-skew 0.05 0.1 0.3",
                "clock-reset 0.01 0.05 0.2",
                "pii 0.01 0.05 0.3",
                "slice-id 0.05 0.2 0.5",
                "prefetch 0.1 0.2 0.4",
                "propensity 0.02 0.1 0.3"));
    }

    private void assertFires(List<String> faults) throws IOException {
        List<String> silent = new ArrayList<>();
        List<String> missed = new ArrayList<>();
        int checked = 0;
        for (String planted : faults) {
            String[] parts = planted.split(" ");
            for (int rate = 1; rate < parts.length; rate++) {
                for (int seed = 101; seed <= 105; seed++) {
                    String run = parts[0] + ":" + parts[rate];
                    FaultyLogs logs = logs(seed, run);
                    Truth.Planted truth = logs.truth().fault(parts[0]);
                    Finding finding = logs.findings().stream()
                            .filter(found -> found.code().name().equals(truth.code()))
                            .findFirst()
                            .orElse(null);
                    if (finding == null) {
                        silent.add(run + " seed " + seed);
                    } else if (!OTHER_BASE.contains(finding.code())) {
                        checked++;
                        double share = (double) truth.count() / truth.of();
                        boolean inside = finding.interval().lower() <= share
                                && share <= finding.interval().upper();
                        if (!inside) {
                            missed.add(run + " seed " + seed + ": " + share + " " + finding.interval());
                        }
                    }
                }
            }
        }
        assertThat(silent).isEmpty();
        assertThat(missed).hasSizeLessThanOrEqualTo(checked / 10);
    }
}
