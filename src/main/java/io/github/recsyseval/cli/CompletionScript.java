package io.github.recsyseval.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.AutoComplete;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/** The completion script for bash, which zsh can read too. The build puts it into the distribution. */
public final class CompletionScript {
    /**
     * What picocli does for zsh. The option would change how the user's own aliases are completed, and the alias does not reach functions
     * that zsh loads from a file.
     */
    private static final String FOR_ZSH =
            "(?m)^ *# Make alias a distinct command.*\\R *setopt COMPLETE_ALIASES\\R *alias compopt=complete\\R";

    private CompletionScript() {}

    /** Writes the script to the file that is the only argument. */
    public static void main(String[] args) throws IOException {
        Files.writeString(Path.of(args[0]), bash());
    }

    /** The same for zsh, whose own completion system has to be up before it can read bash's. */
    static String zsh() {
        return "autoload -Uz compinit bashcompinit\n(( $+functions[compdef] )) || compinit\nbashcompinit\n" + bash();
    }

    /** The script, made from the commands and options that there are. */
    static String bash() {
        CommandSpec program =
                RecsysEval.line(new RecsysEval(Terminal.standard())).getCommandSpec();
        String script = AutoComplete.bash("recsys-eval", new CommandLine(withWords(program)));
        return script.replaceFirst(FOR_ZSH, "  function compopt { :; } # which zsh has not\n");
    }

    /** A copy of a command and of those below it, whose options and parameters know their words. */
    private static CommandSpec withWords(CommandSpec command) {
        CommandSpec copy = CommandSpec.create().name(command.name());
        command.options().stream()
                .filter(option -> !option.inherited()) // the copy inherits its own
                .forEach(option -> copy.addOption(OptionSpec.builder(option)
                        .completionCandidates(wordsOrNone(OptionWords.of(command.name(), option.longestName())))
                        .build()));
        command.positionalParameters()
                .forEach(parameter -> copy.addPositional(PositionalParamSpec.builder(parameter)
                        .completionCandidates(
                                wordsOrNone(command.name().equals("completion") ? CompletionCommand.SHELLS : List.of()))
                        .build()));
        command.subcommands().forEach((name, below) -> copy.addSubcommand(name, withWords(below.getCommandSpec())));
        return copy;
    }

    /** Without words the shell itself completes: names of files. */
    private static @Nullable List<String> wordsOrNone(List<String> words) {
        return words.isEmpty() ? null : words;
    }
}
