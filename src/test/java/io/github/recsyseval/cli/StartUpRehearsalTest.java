package io.github.recsyseval.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class StartUpRehearsalTest {
    private static final Path LINES = Path.of("src/main/resources/recsys-eval/rehearsal");

    /** Commands that nobody waits for, which need no quick start, and run, whose work is that of offline. */
    private static final Set<String> NOT_REHEARSED = Set.of("sample", "completion", "init", "run", "aa-check");

    private final List<List<String>> commands = StartUpRehearsal.commands(LINES);

    @Test
    void rehearsesEveryCommandThatShouldStartQuickly() {
        Set<String> expected = new TreeSet<>(subcommands());
        expected.removeAll(NOT_REHEARSED);

        assertThat(commands.stream().map(command -> command.get(0)).collect(Collectors.toSet()))
                .containsAll(expected);
    }

    @Test
    void rehearsedCommandsSucceed() {
        List<List<String>> runnable = commands.stream()
                .filter(c -> c.get(0).startsWith("--") || subcommands().contains(c.get(0)))
                .toList();
        assertThat(runnable).isNotEmpty().allSatisfy(command -> {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            PrintStream err = new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8);
            Terminal terminal = new Terminal(InputStream.nullInputStream(), out, err);

            assertThat(RecsysEval.run(terminal, command.toArray(String[]::new))).isIn(ExitCode.OK, ExitCode.HOLD);
            assertThat(out.size()).isPositive();
        });
    }

    @Test
    void noOptionHasATypeWhoseConverterIsLeftOut() {
        List<String> types = RecsysEval.line(new RecsysEval(Terminal.standard())).getSubcommands().values().stream()
                .flatMap(command -> command.getCommandSpec().args().stream())
                .flatMap(arg -> Stream.concat(
                        Stream.of(arg.type()), Stream.of(arg.typeInfo().getAuxiliaryTypes())))
                .map(Class::getName)
                .toList();

        assertThat(types).contains("java.nio.file.Path").noneMatch(type -> type.matches(RecsysEval.UNUSED_CONVERTERS));
    }

    private static Set<String> subcommands() {
        return RecsysEval.line(new RecsysEval(Terminal.standard()))
                .getSubcommands()
                .keySet();
    }
}
