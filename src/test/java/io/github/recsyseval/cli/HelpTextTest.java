package io.github.recsyseval.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.UsageMessageSpec;

/** What {@code --help} prints can be read in a terminal of 80 columns, and its examples can be copied from there. */
class HelpTextTest {
    static Stream<Named<CommandLine>> commands() {
        List<CommandLine> all = new ArrayList<>();
        collect(RecsysEval.line(new RecsysEval()), all);
        return all.stream().map(line -> Named.of(line.getCommandSpec().qualifiedName(), line));
    }

    private static void collect(CommandLine line, List<CommandLine> all) {
        all.add(line);
        line.getSubcommands().values().forEach(sub -> collect(sub, all));
    }

    @ParameterizedTest
    @MethodSource("commands")
    void linesHaveEightyColumns(CommandLine line) {
        assertThat(line.getUsageMessage().lines().skip(1)).allMatch(text -> text.length() <= 80);
    }

    @Test
    void theListOfFaultsHasEightyColumnsToo() {
        assertThat(Run.of("sample", "--list-faults").out().lines())
                .hasSizeGreaterThan(20)
                .allMatch(text -> text.length() <= 80);
    }

    /** Lines of an example begin with blanks. */
    @ParameterizedTest
    @MethodSource("commands")
    void examplesAreNotWrapped(CommandLine line) {
        UsageMessageSpec usage = line.getCommandSpec().usageMessage();
        assertThat(line.getUsageMessage().lines().toList())
                .containsAll(Stream.of(usage.description(), usage.footer())
                        .flatMap(Arrays::stream)
                        .filter(text -> text.startsWith("  "))
                        .toList());
    }

    /** Picocli breaks behind punctuation, too: times, paths and names of files would end in the middle. */
    @ParameterizedTest
    @MethodSource("commands")
    void wordsAreNotBroken(CommandLine line) {
        UsageMessageSpec usage = line.getCommandSpec().usageMessage();
        List<String> texts = new ArrayList<>(Arrays.asList(usage.description()));
        texts.addAll(Arrays.asList(usage.footer()));
        line.getCommandSpec().args().stream()
                .filter(arg -> !arg.hidden())
                .map(ArgSpec::description)
                .forEach(description -> texts.addAll(Arrays.asList(description)));
        Set<String> printed = new HashSet<>(words(line.getUsageMessage()));
        assertThat(printed).containsAll(words(String.join(" ", texts)));
    }

    /** What stands between blanks; lists may be broken behind their commas. */
    private static List<String> words(String text) {
        return List.of(text.strip().split("\\s+|(?<=,)(?=\\S)"));
    }
}
