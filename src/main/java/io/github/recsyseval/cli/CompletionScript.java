package io.github.recsyseval.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import picocli.AutoComplete;

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
        String script = AutoComplete.bash("recsys-eval", RecsysEval.line(new RecsysEval(Terminal.standard())));
        return script.replaceFirst(FOR_ZSH, "  function compopt { :; } # which zsh has not\n");
    }
}
