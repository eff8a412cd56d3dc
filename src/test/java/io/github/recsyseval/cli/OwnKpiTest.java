package io.github.recsyseval.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.recsyseval.testing.Cli;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** Figures that users define. Expected values are counted by hand in {@link #logs}. */
class OwnKpiTest {
    private static final String REVENUE = "--kpi=revenue_per_user: event=conversion, measure=value, per=user, unit=EUR";

    @TempDir
    private Path folder;

    /**
     * u1 sees r1 at home and r2 on pdp, u2 r3 and u3 r4 at home, u4 r5 and r6 on pdp. u1 clicks once on r1 and buys for 10, clicks
     * twice on r2; u2 clicks and buys for 5.5; u4 buys something without a value.
     */
    private Logs logs() {
        return new Logs(folder)
                .exposure("r1", "u1", 2, context("home"))
                .exposure("r2", "u1", 3, context("pdp"))
                .exposure("r3", "u2", 2, context("home"))
                .exposure("r4", "u3", 2, context("home"))
                .exposure("r5", "u4", 3, context("pdp"))
                .exposure("r6", "u4", 3, context("pdp"))
                .click("r1", "u1", 2)
                .outcome("conversion", "r1", "u1", 2, "\"value\":10")
                .click("r2", "u1", 3)
                .click("r2", "u1", 3)
                .click("r3", "u2", 2)
                .outcome("conversion", "r3", "u2", 2, "\"value\":5.5")
                .outcome("conversion", "r5", "u4", 3, "");
    }

    private static String context(String surface) {
        return "\"context\":{\"surface\":\"" + surface + "\"}";
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            event=conversion, measure=value, per=user       | 15.5 | 4 | value
            event=conversion, measure=value                 | 15.5 | 6 | value
            event=conversion, measure=count, per=exposure   | 3    | 6 | per_exposure
            event=click, per=user                           | 4    | 4 | per_user
            event=conversion, measure=any, per=user         | 3    | 4 | share
            event=click, measure=any, per=user              | 2    | 4 | share
            event=click, measure=any                        | 3    | 6 | share
            event=click+conversion, measure=any             | 4    | 6 | share
            event=conversion+click, per=user, better=lower  | 7    | 4 | per_user
            """)
    void addsUpWhatIsAskedFor(String definition, double numerator, long n, String unit) {
        JsonNode row = kpi(report("--kpi=mine: " + definition).at("/kpis/metrics"), "mine");
        assertThat(row.path("numerator").asDouble()).isEqualTo(numerator);
        assertThat(row.path("n").asLong()).isEqualTo(n);
        assertThat(row.path("value").asDouble()).isEqualTo(numerator / n);
        assertThat(row.path("unit").asString()).isEqualTo(unit);
        assertThat(row.path("users").asLong()).isEqualTo(4);
        assertThat(row.path("definition").asString()).contains(" / ");
    }

    /** Python: scipy.stats.t.interval(0.95, 3, 3.875, scipy.stats.sem([10, 5.5, 0, 0])), SciPy 1.14. */
    @Test
    void intervalPerUserIsThatOfAMeanOverUsers() {
        JsonNode row = kpi(report(REVENUE).at("/kpis/metrics"), "revenue_per_user");
        assertThat(row.at("/interval/lower").asDouble()).isCloseTo(-3.8216253826, within(1e-6));
        assertThat(row.at("/interval/upper").asDouble()).isCloseTo(11.5716253826, within(1e-6));
        assertThat(row.path("value_unit").asString()).isEqualTo("EUR");
    }

    @Test
    void isCutLikeTheOthers() {
        JsonNode kpis = report(REVENUE, "--slice=surface").at("/kpis");
        // Home: u1 with 10, u2 with 5.5, u3 with nothing; pdp: u1 and u4 with nothing.
        JsonNode home = kpi(kpis.path("by_segment").path("surface=home"), "revenue_per_user");
        assertThat(home.path("numerator").asDouble()).isEqualTo(15.5);
        assertThat(home.path("n").asLong()).isEqualTo(3);
        JsonNode pdp = kpi(kpis.path("by_segment").path("surface=pdp"), "revenue_per_user");
        assertThat(pdp.path("numerator").asDouble()).isZero();
        assertThat(pdp.path("n").asLong()).isEqualTo(2);
        JsonNode day = kpi(kpis.path("by_day").path("2026-11-03"), "revenue_per_user");
        assertThat(day.path("n").asLong()).isEqualTo(2);
        assertThat(kpis.at("/own/0/per").asString()).isEqualTo("user");
        assertThat(kpis.at("/own/0/events/0").asString()).isEqualTo("conversion");
    }

    @Test
    void formsForPeopleShowItWithItsUnitAndItsUsers() {
        String markdown = Run.of(logs().command("report", REVENUE)).out();
        assertThat(markdown).contains("`revenue_per_user`: in EUR", "n users", "sum of value over conversion outcomes");
        assertThat(Run.of(logs().command("report", REVENUE, "--format=html")).out())
                .contains("revenue_per_user", "4 users");
    }

    @Test
    void standsInTheConfigurationAsKeysOrAsText() throws Exception {
        Path config = Files.writeString(folder.resolve("c.yaml"), """
                version: 1
                kpis:
                  - {name: engaged, event: [click, conversion], measure: any}
                  - "clicks_per_user: event=click, per=user"
                """);
        JsonNode metrics = report("--config=" + config).at("/kpis/metrics");
        assertThat(kpi(metrics, "engaged").path("numerator").asDouble()).isEqualTo(4);
        assertThat(kpi(metrics, "clicks_per_user").path("value").asDouble()).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            mine                                | a KPI is written NAME: KEY=VALUE
            mine: per=user                      | event is missing
            mine: event=clik                    | no event "clik"; did you mean click?
            mine: event=click, mesure=any       | no key "mesure"; did you mean measure?
            mine: event=click, per=session      | no per "session"; there are exposure, user
            mine: event=click, event=conversion | event is given twice
            mine: event=click, unit=EUR         | unit is that of values
            Mine: event=click                   | a name is made of
            ctr: event=click                    | there is already a metric named "ctr"
            latency_p95_ms: event=click         | there is already a metric named "latency_p95_ms"
            """)
    void wrongDefinitionIsASentence(String definition, String sentence) {
        Cli run = Run.of(logs().command("report", "--kpi=" + definition));
        assertThat(run.exitCode()).isEqualTo(ExitCode.USAGE);
        assertThat(run.err()).contains(sentence);
        assertThat(run.out()).isEmpty();
    }

    @Test
    void wrongDefinitionInAFileIsToldWithItsLine() throws Exception {
        Path config = Files.writeString(folder.resolve("c.yaml"), """
                version: 1
                kpis:
                  - name: mine
                    event: clik
                """);
        Cli run = Run.of(logs().command("report", "--config=" + config));
        assertThat(run.exitCode()).isEqualTo(ExitCode.USAGE);
        assertThat(run.err()).contains("did you mean click?", "c.yaml:2");
        assertThat(Run.of(logs().command("report", "--kpi=a: event=click", "--kpi=a: event=click"))
                        .err())
                .contains("there is already a metric named \"a\"");
    }

    private JsonNode report(String... options) {
        String[] all = java.util.Arrays.copyOf(options, options.length + 1);
        all[options.length] = "--format=json";
        Cli run = Run.of(logs().command("report", all));
        assertThat(run.err()).isEmpty();
        return run.json();
    }

    private static JsonNode kpi(JsonNode rows, String name) {
        return rows.valueStream()
                .filter(row -> row.path("name").asString().equals(name))
                .findFirst()
                .orElseThrow();
    }
}
