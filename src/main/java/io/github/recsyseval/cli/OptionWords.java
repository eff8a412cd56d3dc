package io.github.recsyseval.cli;

import io.github.recsyseval.cli.config.MapPresets;
import io.github.recsyseval.event.Contract;
import io.github.recsyseval.experiment.Crossover;
import io.github.recsyseval.finding.FindingCode;
import io.github.recsyseval.finding.Rule;
import io.github.recsyseval.joined.Layout;
import io.github.recsyseval.metric.kpi.RequestRates;
import io.github.recsyseval.metric.ranking.Convention;
import io.github.recsyseval.source.OutputCompression;
import java.util.List;
import java.util.stream.Stream;

/** The words that options take, for shells to complete. Where an option takes other values too, such as paths, these are some of them. */
final class OptionWords {
    private OptionWords() {}

    /** Empty for an option that takes anything. */
    static List<String> of(String command, String option) {
        return switch (option) {
            case "--format" -> formats(command);
            case "--output-format" -> Choice.words(List.of(RunFormat.values()));
            case "--mode" -> List.of("offline", "experiment", "aa-check");
            case "--schema" ->
                Stream.of(Contract.values()).map(Contract::schema).toList();
            case "--map" -> MapPresets.names();
            case "--pii" -> Choice.words(List.of(Rule.values()));
            case "--compress" -> Choice.words(List.of(OutputCompression.values()));
            case "--layout" -> Choice.words(List.of(Layout.values()));
            case "--crossover" -> Choice.words(List.of(Crossover.values()));
            case "--convention" -> Choice.words(List.of(Convention.values()));
            case "--pair-by" -> BaselineOptions.UNITS;
            case "--exposure-means" -> MeaningOptions.EXPOSURES;
            case "--latency-measured-at" -> MeaningOptions.PLACES;
            case "--outcome-dedupe" -> List.of("none", "exact", "window:2s");
            case "--primary" -> kpis();
            case "--metrics" -> command.equals("aa-check") ? kpis() : List.of();
            case "--fail-on" -> Stream.of(FindingCode.values()).map(Enum::name).toList();
            case LimitOptions.TOLERATE ->
                LimitOptions.TOLERABLE.stream().map(Enum::name).sorted().toList();
            default -> List.of();
        };
    }

    private static List<String> formats(String command) {
        return switch (command) {
            case "validate" -> Choice.words(List.of(ValidationOutputOptions.Format.values()));
            case "trace" -> Choice.words(List.of(TraceOutputOptions.Format.values()));
            case "compare" -> Choice.words(CompareCommand.FORMATS);
            default -> Choice.words(List.of(OutputOptions.Format.values()));
        };
    }

    private static List<String> kpis() {
        return RequestRates.KPIS.stream().map(rate -> rate.metric().name()).toList();
    }
}
